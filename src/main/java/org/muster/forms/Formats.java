package org.muster.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.DayCount;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.money.DayRate;
import org.muster.money.Money;

import org.springframework.stereotype.Component;

/** How dates, days and amounts are written on pages and in documents. */
@Component("formats")
public class Formats {

	private static final Locale USUAL = Locale.UK;

	private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

	/** The sign itself, not the hyphen that stands for it on keyboards. */
	private static final char MINUS = '−';

	private static final Map<Formats.As, Formats> OTHERS = new ConcurrentHashMap<>();

	private final Locale locale;

	private final ZoneId zone;

	private final DateTimeFormatter date;

	private final DateTimeFormatter month;

	private final DateTimeFormatter time;

	private final DateTimeFormatter localTime;

	private final DateTimeFormatter clock;

	private final DateTimeFormatter day;

	/** In English, by the clock of UTC. */
	public Formats() {
		this(new As(USUAL, ZoneOffset.UTC));
	}

	private Formats(As as) {
		this.locale = as.locale();
		this.zone = as.zone();
		Patterns patterns = Patterns.of(this.locale);
		this.date = DateTimeFormatter.ofPattern(patterns.date(), this.locale);
		this.month = DateTimeFormatter.ofPattern(patterns.month(), this.locale);
		this.time = DateTimeFormatter.ofPattern(patterns.date() + ", HH:mm", this.locale);
		this.localTime = DateTimeFormatter.ofPattern(patterns.day() + ", HH:mm", this.locale);
		this.clock = DateTimeFormatter.ofPattern("HH:mm", this.locale);
		this.day = DateTimeFormatter.ofPattern(patterns.day(), this.locale);
	}

	private record As(Locale locale, ZoneId zone) {
	}

	/** How dates are written in business letters of a language. */
	private record Patterns(String date, String day, String month) {

		static Patterns of(Locale locale) {
			return switch (locale.getLanguage()) {
				case "de" -> new Patterns("dd.MM.yyyy", "EEE, dd.MM.yyyy", "LLLL yyyy");
				case "fr" -> new Patterns("dd/MM/yyyy", "EEE dd/MM/yyyy", "LLLL yyyy");
				case "es", "pt" -> new Patterns("dd/MM/yyyy", "EEE dd/MM/yyyy", "LLLL 'de' yyyy");
				default -> new Patterns("d MMM yyyy", "EEE d MMM yyyy", "LLLL yyyy");
			};
		}

	}

	/** The same in another language, for documents. */
	public Formats in(Locale other) {
		return OTHERS.computeIfAbsent(new As(other, this.zone), (as) -> new Formats(as));
	}

	/** The same by another clock, for readers elsewhere. */
	public Formats by(ZoneId other) {
		return OTHERS.computeIfAbsent(new As(this.locale, other), (as) -> new Formats(as));
	}

	/** 31 Jan 2027; a dash for none. */
	public String date(@Nullable LocalDate date) {
		return (date != null) ? this.date.format(date) : "–";
	}

	/** 31 Jan 2027, 23:59 (Lisbon): the last minute of a day by the clock of a place. */
	public String until(LocalDate date, ZoneId there) {
		return date(date) + ", " + dayEnd(there);
	}

	/** 23:59 (Lisbon). */
	public String dayEnd(ZoneId there) {
		return this.clock.format(LAST_MINUTE) + clockOf(there);
	}

	/** Whose clock it is, by a city: several countries call their times alike. */
	private String clockOf(ZoneId there) {
		if (there.normalized().equals(ZoneOffset.UTC)) {
			return " UTC";
		}
		return " (" + city(there.getId()) + ")";
	}

	/** January 2027. */
	public String month(YearMonth month) {
		return this.month.format(month);
	}

	/** 31 Jan 2027, 14:05 (Lisbon), or 14:05 UTC: by the reader's clock. */
	public String time(Instant instant) {
		return this.time.format(instant.atZone(this.zone)) + clockOf(this.zone);
	}

	/** Tue 1 Dec 2026, 14:05 (Lisbon), by the clock of a time zone. */
	public String time(Instant instant, String zone) {
		ZoneId there = ZoneId.of(zone);
		return this.localTime.format(instant.atZone(there)) + clockOf(there);
	}

	/** 14:05, by the clock of a time zone. */
	public String clock(Instant instant, String zone) {
		return this.clock.format(instant.atZone(ZoneId.of(zone)));
	}

	/** Tue 1 Dec 2026. */
	public String day(LocalDate date) {
		return this.day.format(date);
	}

	/** Chicago (Central Time) for America/Chicago. */
	public String zone(String zone) {
		return city(zone) + " (" + ZoneId.of(zone).getDisplayName(TextStyle.FULL, Locale.UK) + ")";
	}

	/** Whose clock it is: Lisbon for Europe/Lisbon. */
	public String city(String zone) {
		return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
	}

	/** 1,234.50 EUR. */
	public String money(Money money) {
		return money(money.amount(), money.currency().getCurrencyCode());
	}

	/** 1,234.50 EUR, 1,235 JPY, 1,234.500 KWD; a dash for none. */
	public String money(@Nullable BigDecimal amount, String currency) {
		return (amount != null) ? number(amount, pattern(decimals(currency))) + "\u00a0" + currency : "–";
	}

	/** 450 EUR where there are no cents, else 450.50 EUR. */
	public String rate(@Nullable BigDecimal amount, String currency) {
		if (amount == null) {
			return "–";
		}
		int needed = amount.stripTrailingZeros().scale();
		int decimals = (needed <= 0) ? 0 : Math.max(decimals(currency), Math.min(needed, DayRate.MOST_DECIMALS));
		return number(amount, pattern(decimals)) + "\u00a0" + currency;
	}

	/** Of a currency; two where it is none of ISO 4217. */
	private static int decimals(String currency) {
		try {
			return Money.of(BigDecimal.ZERO, currency).decimals();
		}
		catch (IllegalArgumentException ex) {
			return 2;
		}
	}

	private static String pattern(int decimals) {
		return (decimals == 0) ? "#,##0" : "#,##0." + "0".repeat(decimals);
	}

	/** 1,235 EUR: rounded half up, for amounts that are estimates anyway. */
	public String whole(BigDecimal amount, String currency) {
		return whole(amount) + "\u00a0" + currency;
	}

	/** 1,235: rounded half up. */
	public String whole(BigDecimal number) {
		return number(number.setScale(0, RoundingMode.HALF_UP), "#,##0");
	}

	/** 12.5. */
	public String days(DayCount days) {
		return number(days.days(), "#,##0.#");
	}

	/** 4 or 4.5. */
	public static String decimal(double number) {
		return number(BigDecimal.valueOf(number), "0.#", USUAL);
	}

	/** 20 or 2.5, without the per-cent sign. */
	public String percent(BigDecimal percent) {
		return number(percent, "0.##");
	}

	/** 0.86206897: how much of another currency a unit of one is. */
	public String exchange(BigDecimal rate) {
		return number(rate, "#,##0.########");
	}

	/** A country's name; the code where it has none. */
	public String country(String code) {
		return new Locale.Builder().setRegion(code).build().getDisplayCountry(this.locale);
	}

	/** The codes of all countries, in the order of their names. */
	public List<String> countries() {
		return PublicHolidays.countries()
			.stream()
			.sorted(Comparator.comparing(this::country, Collator.getInstance(this.locale)))
			.toList();
	}

	/** Whose holidays count: Germany, Bavaria. */
	public String place(Place place) {
		String country = country(place.country());
		return (place.region() != null) ? country + ", " + PublicHolidays.regionName(place, this.locale) : country;
	}

	/** The same of a country and perhaps one of its regions. */
	public String place(String country, @Nullable String region) {
		return place(new Place(country, region));
	}

	/** The name of the region of a place; a dash for none. */
	public String region(Place place) {
		return (place.region() != null) ? PublicHolidays.regionName(place, this.locale) : "–";
	}

	/** A language's name. */
	public String language(String code) {
		return Locale.forLanguageTag(code).getDisplayLanguage(this.locale);
	}

	/** 1,250 or 1,250.5: a number with all its decimals, up to eight. */
	public String plain(BigDecimal number) {
		return plain(number, this.locale);
	}

	public static String plain(BigDecimal number, Locale locale) {
		return number(number, "#,##0.########", locale);
	}

	private String number(BigDecimal number, String pattern) {
		return number(number, pattern, this.locale);
	}

	private static String number(BigDecimal number, String pattern, Locale locale) {
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
		symbols.setMinusSign(MINUS);
		DecimalFormat format = new DecimalFormat(pattern, symbols);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(number);
	}

}
