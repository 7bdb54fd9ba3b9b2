package org.muster.talentsearch;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.indexing.Names;
import org.muster.skills.Taxonomy;
import org.muster.talentsearch.PoolFound.Count;
import org.muster.talentsearch.PoolFound.Facet;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;

/** One pass over the pool: who is found, in which order, and what tells them apart. */
final class PoolSearch {

	private static final int WORKING_HOURS = 8;

	private static final int ROW_BITS = 24;

	final PoolEntry[] entries;

	final PoolQuery query;

	final Taxonomy taxonomy;

	final LocalDate today;

	/** With a blank before each, where a word begins. */
	/** The forms of each. */
	private final List<List<String>> words;

	final int day;

	final int halves;

	final Names names;

	private final int seniorities;

	private final int employments;

	private final int roles;

	private final int modes;

	private final @Nullable BitSet countries;

	private final @Nullable BitSet cities;

	private final @Nullable BitSet zones;

	private final int lowest;

	private final int highest;

	private final Map<Integer, Integer> overlaps = new ConcurrentHashMap<>();

	/** Places among the entries, by name. */
	private final int[] found;

	private final Map<Facet, List<Count>> facets;

	PoolSearch(PoolEntry[] entries, PoolQuery query, LocalDate today, Taxonomy taxonomy, Names names) {
		this.names = names;
		this.words = query.words.stream()
			.map((word) -> SearchText.forms(word).stream().map((form) -> " " + form).toList())
			.toList();
		this.seniorities = PoolEntry.bits(query.seniorities);
		this.employments = PoolEntry.bits(query.employments);
		this.roles = PoolEntry.bits(query.roles);
		this.modes = PoolEntry.bits(query.modes);
		this.countries = numbers(query.countries);
		this.cities = numbers(query.cities);
		this.zones = numbers(query.zones);
		this.entries = entries;
		this.query = query;
		this.taxonomy = taxonomy;
		this.today = today;
		this.day = PoolEntry.day(query.start(today));
		this.halves = query.halves();
		this.lowest = cents(query.lowestRate, 0);
		this.highest = cents(query.highestRate, Integer.MAX_VALUE);
		this.found = IntStream.range(0, entries.length).filter((at) -> isFound(entries[at])).toArray();
		this.facets = new PoolTally(this, this.found).facets();
	}

	private @Nullable BitSet numbers(Set<String> asked) {
		BitSet numbers = new BitSet();
		asked.forEach((name) -> numbers.set(this.names.number(name)));
		return asked.isEmpty() ? null : numbers;
	}

	private static int cents(@Nullable BigDecimal rate, int fallback) {
		return (rate != null) ? rate.movePointRight(2).intValue() : fallback;
	}

	PoolFound found(PoolOrder order, int page, int size) {
		int[] sorted = sorted(order);
		int last = Math.max(0, (sorted.length - 1) / size);
		int from = Math.min(page, last) * size;
		List<Long> ids = Arrays.stream(sorted, from, Math.min(sorted.length, from + size))
			.mapToObj((at) -> this.entries[at].id)
			.toList();
		return new PoolFound(ids, this.found.length, this.facets);
	}

	private boolean isFound(PoolEntry entry) {
		PoolQuery asked = this.query;
		return among(this.seniorities, 1 << entry.seniority) && among(this.employments, 1 << entry.employment)
				&& among(this.roles, entry.roles) && among(this.modes, entry.modes)
				&& among(this.countries, entry.country) && among(this.cities, entry.city)
				&& among(this.zones, entry.zone) && entry.rate >= this.lowest && entry.rate <= this.highest
				&& (asked.years == null || entry.years >= asked.years)
				&& (asked.rating == null || entry.rating >= asked.rating) && hasSkills(entry) && speaks(entry)
				&& hasWords(entry) && (asked.overlapHours == null || overlap(entry.zone) >= asked.overlapHours)
				&& (!asked.isFreeAsked() || entry.freeHalves(this.day) >= this.halves);
	}

	private static boolean among(int asked, int held) {
		return asked == 0 || (asked & held) != 0;
	}

	private static boolean among(@Nullable BitSet asked, int held) {
		return asked == null || asked.get(held);
	}

	private boolean hasWords(PoolEntry entry) {
		for (List<String> forms : this.words) {
			if (!hasOne(entry, forms)) {
				return false;
			}
		}
		return true;
	}

	/** One of the forms in which a word may be written. */
	private static boolean hasOne(PoolEntry entry, List<String> forms) {
		for (String form : forms) {
			if (entry.words.contains(form)) {
				return true;
			}
		}
		return false;
	}

	private boolean hasSkills(PoolEntry entry) {
		for (Map.Entry<Long, Integer> asked : this.query.skills.entrySet()) {
			if (entry.level(asked.getKey()) < asked.getValue()) {
				return false;
			}
		}
		for (long skill : this.query.without) {
			if (entry.level(skill) > 0) {
				return false;
			}
		}
		return true;
	}

	private boolean speaks(PoolEntry entry) {
		for (Map.Entry<String, LanguageLevel> asked : this.query.languages.entrySet()) {
			if (entry.language(Languages.OFFERED.indexOf(asked.getKey())) <= asked.getValue().ordinal()) {
				return false;
			}
		}
		return true;
	}

	/** Hours that two working days of eight hours have in common, today. */
	int overlap(int zone) {
		return this.overlaps.computeIfAbsent(zone, (number) -> {
			String other = this.names.name(number);
			String reference = (this.query.overlapZone != null) ? this.query.overlapZone : this.query.home;
			long minutes = Math.abs(
					Duration
						.between(this.today.atTime(9, 0).atZone(ZoneId.of(reference)),
								this.today.atTime(9, 0).atZone(ZoneId.of(other)))
						.toMinutes());
			long round = Math.min(minutes, 24 * 60 - minutes);
			return (int) Math.max(0, (WORKING_HOURS * 60 - round) / 60);
		});
	}

	/** The entries stand by name, which decides between equals. */
	private int[] sorted(PoolOrder order) {
		if (order == PoolOrder.NAME) {
			return this.found;
		}
		return Arrays.stream(this.found)
			.mapToLong((at) -> key(this.entries[at], order) << ROW_BITS | at)
			.sorted()
			.mapToInt((key) -> (int) (key & (1 << ROW_BITS) - 1))
			.toArray();
	}

	/** Small for what comes first. */
	private long key(PoolEntry entry, PoolOrder order) {
		return switch (order) {
			case BEST -> 10_000_000L - merit(entry);
			case NAME -> 0;
			case RATE -> entry.rate;
			case YEARS -> 1000L - entry.years;
			case AVAILABILITY -> entry.freeFrom(this.day, this.halves);
			case RATING -> 1000L - Math.round(entry.rating * 100);
		};
	}

	/** Levels of the skills asked for first, then what clients say, then years. */
	private long merit(PoolEntry entry) {
		long levels = 0;
		for (long skill : this.query.skills.keySet()) {
			levels += entry.level(skill);
		}
		return levels * 100_000 + Math.round(entry.rating * 100) * 100L + Math.max(0, Math.min(99, entry.years));
	}

}
