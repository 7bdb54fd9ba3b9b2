package org.muster.money;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads {@code vat-territories.txt}. */
final class VatTerritories {

	private static final List<Entry> ENTRIES = new ArrayList<>();

	/** Where the town may come before the postcode. */
	private static final Set<String> TOWN_FIRST = Set.of("GB", "GR");

	private static final Map<String, Pattern> POSTCODES = new HashMap<>();

	static {
		read();
	}

	private VatTerritories() {
	}

	/**
	 * @param regions of the holiday calendar
	 * @param postcode what its postcodes look like
	 */
	private record Entry(VatTerritory territory, List<String> regions, Pattern postcode) {

		/** Whether the holiday calendar has it as a region. */
		boolean isRegion() {
			return !this.regions.equals(List.of("-"));
		}

		boolean isOf(String country) {
			return this.territory.country().equals(country);
		}

	}

	static Optional<VatTerritory> find(String code) {
		return ENTRIES.stream().map(Entry::territory).filter((one) -> one.code().equals(code)).findFirst();
	}

	static List<VatTerritory> choices(String country) {
		return Stream
			.concat(Stream.of(VatTerritory.of(country)),
					ENTRIES.stream().filter((one) -> one.isOf(country)).map(Entry::territory))
			.toList();
	}

	static Optional<VatTerritory> recognised(String country, @Nullable String region, @Nullable String address) {
		List<Entry> here = ENTRIES.stream().filter((one) -> one.isOf(country)).toList();
		String part = Objects.requireNonNullElse(region, "").split("\\.")[0].toLowerCase(Locale.ROOT);
		String postcode = postcode(country, Objects.requireNonNullElse(address, ""));
		// A region that was chosen is that of the address, whatever numbers stand in it.
		return here.stream()
			.filter((one) -> one.regions().contains(part))
			.findFirst()
			.or(() -> here.stream()
				.filter((one) -> part.isEmpty() || !one.isRegion())
				.filter((one) -> one.postcode().matcher(postcode).matches())
				.findFirst())
			.map(Entry::territory);
	}

	/**
	 * The last of an address that begins a line, or follows a comma, and has a town
	 * behind it: telephone numbers, post boxes and amounts do not.
	 */
	private static String postcode(String country, String address) {
		Pattern form = POSTCODES.get(country);
		String found = "";
		if (form != null) {
			Matcher matcher = form.matcher(address.toUpperCase(Locale.ROOT));
			while (matcher.find()) {
				found = matcher.group(1);
			}
		}
		return found;
	}

	private static void read() {
		try (BufferedReader file = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(VatTerritories.class.getResourceAsStream("/vat-territories.txt")),
				StandardCharsets.UTF_8))) {
			file.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach(VatTerritories::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void read(String line) {
		// The last part may have the sign within.
		boolean territory = line.startsWith("territory");
		String[] parts = line.split("\\s+\\|\\s+", territory ? 8 : 3);
		if (territory) {
			ENTRIES.add(new Entry(new VatTerritory(parts[1], parts[2], parts[3], parts[4].equals("yes"), parts[5]),
					List.of(parts[6].split(",")), Pattern.compile(parts[7].strip())));
		}
		else {
			String code = "(?:[A-Z]{1,2}-)?(" + parts[2].strip() + ")";
			POSTCODES.put(parts[1], Pattern.compile(TOWN_FIRST.contains(parts[1]) ? "(?<![\\w-])" + code + "(?!\\w)"
					: "(?m)(?:^|[,;])\\h*" + code + "\\h+(?=\\p{L})"));
		}
	}

}
