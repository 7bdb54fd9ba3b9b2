package org.muster.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
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
@Component("shown")
public class Shown {

	private static final Locale USUAL = Locale.UK;

	/** The sign itself, not the hyphen that stands for it on keyboards. */
	private static final char MINUS = '−';

	private static final Map<Locale, Shown> OTHERS = new ConcurrentHashMap<>();

	private final Locale locale;

	private final DateTimeFormatter date;

	private final DateTimeFormatter month;

	private final DateTimeFormatter time;

	private final DateTimeFormatter localTime;

	private final DateTimeFormatter clock;

	private final DateTimeFormatter day;

	public Shown() {
		this(USUAL);
	}

	private Shown(Locale locale) {
		this.locale = locale;
		this.date = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
		this.month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
		this.time = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", locale);
		this.localTime = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", locale);
		this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
		this.day = DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale);
	}

	/** The same in another language, for documents. */
	public Shown in(Locale other) {
		return OTHERS.computeIfAbsent(other, Shown::new);
	}

	/** 31 Jan 2027; a dash for none. */
	public String date(@Nullable LocalDate date) {
		return (date != null) ? this.date.format(date) : "–";
	}

	/** January 2027. */
	public String month(YearMonth month) {
		return this.month.format(month);
	}

	/** 31 Jan 2027, 14:05 UTC. */
	public String time(Instant instant) {
		return this.time.format(instant.atOffset(ZoneOffset.UTC));
	}

	/** Tue 1 Dec 2026, 14:05, by the clock of a time zone. */
	public String time(Instant instant, String zone) {
		return this.localTime.format(instant.atZone(ZoneId.of(zone)));
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

	static String plain(BigDecimal number, Locale locale) {
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
