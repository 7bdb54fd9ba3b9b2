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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads {@code vat-territories.txt}. */
final class VatTerritories {

	private static final List<Entry> ENTRIES = new ArrayList<>();

	/** What follows in the same part of an address is a telephone number. */
	private static final Pattern TELEPHONE = Pattern.compile(
			"(?<!\\p{L})(?:T|TEL|TELEF|TELEFON[EO]?|TELÉFONO|TELF|TÉL|TÉLÉPHONE|TFNO|TLF|TLM|TELEM|TELEMÓVEL|PHONE|FAX"
					+ "|MOB|MOBIL|MOBILE|MÓVIL|CELL)(?!\\p{L})[^,;\\n]*\\z");

	/** The next number is that of a box, a register or an amount. */
	private static final Pattern NUMBERED = Pattern.compile(
			"(?<!\\p{L})(?:APARTADO|APDO|BOX|POSTFACH|PF|BP|CS|HR[AB]?|HANDELSREGISTER|REA|CRC|REGISTO|REGISTRO|REGISTER"
					+ "|CONSERVATÓRIA|MATR[ÍI]CULA|TOMO|FOLIO|HOJA|CAPITAL|NIF|NIPC|CIF|SIREN|SIRET|RCS|N\\.? ?º|NR"
					+ "|\\p{L}*NUMMER)(?!\\p{L})[^\\d,;\\n]*\\z");

	/** What comes behind amounts, and behind the first part of a longer number. */
	private static final Pattern MORE = Pattern.compile("^(?:[ ./-]?\\d|\\h*(?:€|EUR\\b))");

	/** The first part of a longer number, such as a telephone number. */
	private static final Pattern PART = Pattern.compile("[\\d+)][ ./-]?\\z");

	/** A town behind a postcode, perhaps after a comma. */
	private static final Pattern PLACE = Pattern.compile("^\\)?\\h*,?\\h*(\\p{L}{2}[^\\d,;(\\n]*)");

	/** A town before it. */
	private static final Pattern PLACE_BEFORE = Pattern.compile("(\\p{L}[^\\d,;\\n]*?)\\h*,?\\h*\\(?\\z");

	/** A postcode begins a part of an address. */
	private static final Pattern STARTS = Pattern.compile("(?:^|[\\n\\r,;/(]|\\h[–-])\\h*\\z");

	/** It stands behind the number of a house. */
	private static final Pattern HOUSE = Pattern.compile("\\d\\p{L}?\\h+\\z");

	private static final int SHORT = 4;

	private static final Pattern BEGINS = Pattern.compile("(?:^|[\\n\\r,;])\\h*\\z");

	private static final Pattern TOWN = Pattern.compile("^\\h+\\p{L}");

	private static final Map<String, Pattern> POSTCODES = new HashMap<>();

	static {
		read();
	}

	private VatTerritories() {
	}

	/**
	 * @param regions of the holiday calendar
	 * @param postcode what its postcodes look like
	 * @param shared what those look like with their towns that others have as well, or
	 * {@code null} if none
	 */
	private record Entry(VatTerritory territory, List<String> regions, Pattern postcode, @Nullable Pattern shared) {

		boolean has(Postcode one) {
			return this.postcode.matcher(one.code()).matches()
					|| this.shared != null && this.shared.matcher(one.code() + " " + one.town()).find();
		}

		/** Whether the holiday calendar has it as a region. */
		boolean isRegion() {
			return !this.regions.equals(List.of("-"));
		}

		boolean isOf(String country) {
			return this.territory.country().equals(country);
		}

	}

	/**
	 * Of an address.
	 *
	 * @param code or empty
	 * @param town what stands behind it, else before it
	 */
	private record Postcode(String code, String town) {

		static final Postcode NONE = new Postcode("", "");

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
		Postcode postcode = postcode(country, address);
		Optional<Entry> found = here.stream().filter((one) -> one.has(postcode)).findFirst();
		// A postcode is more exact than a region, unless it speaks for another region.
		return found.filter((one) -> !one.isRegion())
			.or(() -> here.stream().filter((one) -> one.regions().contains(part)).findFirst())
			.or(() -> found.filter((one) -> part.isEmpty()))
			.map(Entry::territory);
	}

	/** Whether an address says in which of the territories of a country it is. */
	static boolean isKnown(String country, @Nullable String region, @Nullable String address) {
		return choices(country).size() == 1 || region != null || !postcode(country, address).code().isEmpty()
				|| !POSTCODES.containsKey(country);
	}

	/**
	 * The number of an address that looks most like a postcode, and like no other number:
	 * one with a town behind it, if there is one; of those one that begins a line or part
	 * of it, or follows a house number, rather than a word such as a building's; of
	 * equals the last. One of four digits could be a house number too: it has to begin a
	 * line, or follow a comma, and have a town behind it.
	 */
	private static Postcode postcode(String country, @Nullable String address) {
		Pattern form = POSTCODES.get(country);
		if (form == null || address == null) {
			return Postcode.NONE;
		}
		String text = address.toUpperCase(Locale.ROOT);
		Postcode found = Postcode.NONE;
		int best = 0;
		Matcher matcher = form.matcher(text);
		while (matcher.find()) {
			String before = text.substring(0, matcher.start());
			String behind = text.substring(matcher.end());
			int likely = likely(before, behind);
			if (isPostcode(before, matcher.group(1), behind) && likely >= best) {
				found = new Postcode(matcher.group(1), town(before, behind));
				best = likely;
			}
		}
		return found;
	}

	/** The more, the more a number looks like a postcode by what stands around it. */
	private static int likely(String before, String behind) {
		if (!PLACE.matcher(behind).find()) {
			return 0;
		}
		return STARTS.matcher(before).find() ? 3 : HOUSE.matcher(before).find() ? 2 : 1;
	}

	private static String town(String before, String behind) {
		Matcher place = PLACE.matcher(behind);
		Matcher other = PLACE_BEFORE.matcher(before);
		return (place.find() ? place.group(1) : other.find() ? other.group(1) : "").strip();
	}

	private static boolean isPostcode(String before, String code, String behind) {
		if (TELEPHONE.matcher(before).find() || NUMBERED.matcher(before).find() || MORE.matcher(behind).find()) {
			return false;
		}
		boolean town = TOWN.matcher(behind).find();
		return (code.length() > SHORT) ? town || !PART.matcher(before).find() : town && BEGINS.matcher(before).find();
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
		String[] parts = line.split("\\s+\\|\\s+", territory ? 9 : 3);
		if (territory) {
			ENTRIES.add(new Entry(new VatTerritory(parts[1], parts[2], parts[3], parts[4].equals("yes"), parts[5]),
					List.of(parts[6].split(",")), Pattern.compile(parts[7].strip()),
					(parts.length > 8) ? Pattern.compile("^" + parts[8].strip() + "(?!\\p{L})") : null));
		}
		else {
			POSTCODES.put(parts[1],
					Pattern.compile("(?<![\\p{L}\\d])(?:[A-Z]{1,3}-)?(" + parts[2].strip() + ")(?![\\p{L}\\d])"));
		}
	}

}
