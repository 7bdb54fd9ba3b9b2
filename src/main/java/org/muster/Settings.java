package org.muster;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.muster.matching.Weights;
import org.muster.money.VatNumber;
import org.muster.money.VatTerritory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * What an installation has set, as far as it can be wrong without anybody noticing before
 * an invoice, an e-mail or an upload is. All is checked, so that nobody mends one setting
 * to be told of the next.
 */
final class Settings {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	/** Attempts at it are not counted. */
	private static final int LONG = 16;

	private static final Bindable<Map<String, String>> BY_NAME = Bindable.mapOf(String.class, String.class);

	private final Environment environment;

	private final List<String> wrong = new ArrayList<>();

	private Settings(Environment environment) {
		this.environment = environment;
	}

	/** A sentence for each setting that is wrong. */
	static List<String> wrong(Environment environment) {
		Settings settings = new Settings(environment);
		settings.checkSeller();
		settings.checkMoney();
		settings.checkMatching();
		settings.checkPlaces();
		settings.checkLimits();
		return settings.wrong;
	}

	private void checkSeller() {
		String country = this.environment.getProperty("muster.seller.country", "PT");
		if (require("muster.seller.country", Set.of(Locale.getISOCountries())::contains,
				"the ISO 3166 code of a country, such as PT")) {
			allow("muster.seller.vat-number", (number) -> VatNumber.canBe(country, number),
					"a VAT number of " + country + " (MUSTER_SELLER_COUNTRY)");
			allow("muster.seller.territory",
					(code) -> VatTerritory.choices(country).stream().anyMatch((one) -> one.code().equals(code)),
					"the code of a VAT territory of " + country + " (MUSTER_SELLER_COUNTRY)");
		}
		allow("muster.seller.time-zone", Settings::isZone, "a time zone, such as Europe/Lisbon");
		if (!isEmbedded()) {
			state("muster.seller.name", "Proposals are sent in the name of this company");
			state("muster.seller.country", "It decides on VAT, as the ISO 3166 code of a country, such as PT");
		}
	}

	/**
	 * The demo is by a company that does not exist; nobody else is to send in its name.
	 */
	private boolean isEmbedded() {
		return this.environment.getProperty("spring.datasource.url", "jdbc:h2:").startsWith("jdbc:h2:");
	}

	private void state(String name, String reason) {
		if (this.environment.getProperty(name, "").isBlank()) {
			this.wrong.add("%s is not set. %s.".formatted(variable(name), reason));
		}
	}

	private void checkMoney() {
		require("muster.currency", Settings::isCurrency, "the ISO 4217 code of a currency, such as EUR");
		for (String name : List.of("muster.exchangerates", "muster.matching.exchangerates")) {
			map(name.replace("exchangerates", "exchange-rates")).forEach((currency, rate) -> {
				String code = currency.toUpperCase(Locale.ROOT);
				if (code.equals("DATE")) {
					test(name + ".date", rate, Settings::isDate, "a date, such as 2026-11-27");
				}
				else {
					test(name + "." + currency, rate, (any) -> isCurrency(code),
							"named by the ISO 4217 code of a currency, such as GBP");
					test(name + "." + currency, rate, number((one) -> one.signum() > 0), "a number above 0");
				}
			});
		}
		allow("muster.factors.weekend", Settings::isFactor, "a number above 0 and up to 10");
		allow("muster.factors.on-call", Settings::isFactor, "a number above 0 and up to 10");
		for (String name : List.of("margin", "discount")) {
			allow("muster.second-look." + name, Settings::isPercent, "a percentage from 0 to 100");
		}
		require("muster.estimates.elsewhere", Settings::isPercent, "a percentage from 0 to 100");
		map("muster.estimates.absence").forEach((country, percent) -> test("muster.estimates.absence." + country,
				percent, Settings::isPercent, "a percentage from 0 to 100"));
	}

	/** The goals of a request add to the weights, at most all of them. */
	private void checkMatching() {
		Map<String, Integer> weights = shares("muster.matching.weights");
		Map<String, Integer> goals = shares("muster.matching.goals");
		weights.forEach((part, share) -> {
			int more = goals.entrySet()
				.stream()
				.filter((goal) -> goal.getKey().endsWith("." + part))
				.mapToInt(Map.Entry::getValue)
				.sum();
			test("muster.matching.weights." + part, share.toString(), (any) -> share + more <= Weights.MOST,
					"%d at most, since goals add up to %d".formatted(Weights.MOST - more, more));
		});
		if (!weights.isEmpty() && weights.values().stream().allMatch((share) -> share == 0)) {
			this.wrong.add("All weights (MUSTER_MATCHING_WEIGHTS_…) are 0. At least one has to be above 0.");
		}
		require("muster.matching.half-life", number((years) -> years.signum() > 0), "a number of years above 0");
		require("muster.matching.least-free", Settings::isPercent, "a percentage from 0 to 100");
		require("muster.matching.grace", whole(0, 3650), "a number of days from 0 to 3650");
		require("muster.matching.team-hours", whole(0, 8), "a number of hours from 0 to 8");
	}

	private void checkPlaces() {
		allow("muster.public-url", Settings::isAddress,
				"the address at which people reach the portal, such as https://muster.example.com, without a slash at its end");
		require("muster.mail.from", Settings::isMailAddress, "an e-mail address");
		require("muster.attachments.folder", Settings::isWritable, "a folder that can be written to");
	}

	private void checkLimits() {
		String scraper = this.environment.getProperty("muster.scraper.password", "");
		if (!scraper.isEmpty() && scraper.length() < LONG) {
			this.wrong
				.add("MUSTER_SCRAPER_PASSWORD is too short. It has to be of %d characters or more.".formatted(LONG));
		}
		allow("muster.first-administrator.link", Set.of("true", "false")::contains, "true or false");
		require("muster.exports.at-once", whole(1, 1000), "a whole number above 0");
		for (String name : List.of("sign-in.per-account", "sign-in.per-account-anywhere", "sign-in.per-address",
				"limits.documents", "limits.attachments", "limits.exports", "limits.invitations", "limits.comments",
				"limits.profiles")) {
			allow("muster." + name, whole(1, 1_000_000), "a whole number above 0");
		}
		for (String name : List.of("muster.sign-in.window", "muster.acceptance.fresh", "muster.cv.kept")) {
			allow(name, Settings::isDuration, "a duration above 0, such as 15m");
		}
	}

	/** Those that are right; the others are told. */
	private Map<String, Integer> shares(String name) {
		Map<String, Integer> shares = new TreeMap<>();
		map(name).forEach((part, share) -> {
			if (test(name + "." + part, share, whole(0, Weights.MOST), "a whole number from 0 to " + Weights.MOST)) {
				shares.put(part, Integer.valueOf(share.strip()));
			}
		});
		return shares;
	}

	private Map<String, String> map(String name) {
		return Binder.get(this.environment).bind(name, BY_NAME).orElseGet(Map::of);
	}

	/** What may be left empty. */
	private void allow(String name, Predicate<String> rule, String expected) {
		String value = this.environment.getProperty(name, "");
		if (!value.isBlank()) {
			test(name, value, rule, expected);
		}
	}

	private boolean require(String name, Predicate<String> rule, String expected) {
		String value = this.environment.getProperty(name);
		return value == null || test(name, value, rule, expected);
	}

	private boolean test(String name, String value, Predicate<String> rule, String expected) {
		boolean right = rule.test(value.strip());
		if (!right) {
			this.wrong.add("%s is \"%s\". It has to be %s.".formatted(variable(name), value, expected));
		}
		return right;
	}

	/** As the README names it. */
	private static String variable(String name) {
		return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
	}

	private static boolean isCurrency(String code) {
		return Currency.getAvailableCurrencies().stream().anyMatch((one) -> one.getCurrencyCode().equals(code));
	}

	private static boolean isZone(String name) {
		try {
			return !ZoneId.of(name).getId().isEmpty();
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isDate(String text) {
		try {
			return LocalDate.parse(text).getYear() > 0;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isDuration(String text) {
		try {
			Duration duration = DurationStyle.detectAndParse(text);
			return !duration.isNegative() && !duration.isZero();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isFactor(String text) {
		return number((one) -> one.signum() > 0 && one.compareTo(BigDecimal.TEN) <= 0).test(text);
	}

	private static boolean isPercent(String text) {
		return number((one) -> one.signum() >= 0 && one.compareTo(HUNDRED) <= 0).test(text);
	}

	private static Predicate<String> whole(int least, int most) {
		return (text) -> text.matches("\\d{1,7}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
	}

	private static Predicate<String> number(Predicate<BigDecimal> rule) {
		return (text) -> {
			try {
				return rule.test(new BigDecimal(text));
			}
			catch (NumberFormatException ex) {
				return false;
			}
		};
	}

	/** Paths are put behind it. */
	private static boolean isAddress(String text) {
		try {
			URI uri = URI.create(text);
			return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null
					&& uri.getQuery() == null && uri.getFragment() == null && !text.endsWith("/");
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isMailAddress(String text) {
		try {
			new InternetAddress(text, true).validate();
			return true;
		}
		catch (AddressException ex) {
			return false;
		}
	}

	private static boolean isWritable(String text) {
		try {
			return Files.isWritable(Files.createDirectories(Path.of(text)));
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

}
