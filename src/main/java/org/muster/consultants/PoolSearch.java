package org.muster.consultants;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.PoolEntry.Names;
import org.muster.consultants.PoolFound.Count;
import org.muster.consultants.PoolFound.Facet;
import org.muster.skills.Taxonomy;

/** One pass over the pool: who is found, in which order, and what tells them apart. */
final class PoolSearch {

	private static final int MOST_VALUES = 8;

	private static final int WORKING_HOURS = 8;

	private static final int ROW_BITS = 24;

	private static final List<Integer> RATES = List.of(300, 400, 500, 600, 800);

	private static final List<Integer> WEEKS = List.of(0, 2, 4, 8, 13);

	private static final List<Double> RATINGS = List.of(4.5, 4.0, 3.0);

	private static final List<Integer> HOURS = List.of(8, 6, 4);

	private final PoolEntry[] entries;

	private final PoolQuery query;

	private final Taxonomy taxonomy;

	private final LocalDate today;

	/** With a blank before each, where a word begins. */
	private final List<String> words;

	private final int day;

	private final int halves;

	private final Names names;

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
		this.words = query.words.stream().map((word) -> " " + word).toList();
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
		this.day = PoolEntry.day((query.from != null && query.from.isAfter(today)) ? query.from : today);
		this.halves = (query.days != null) ? query.days.halves() : 1;
		this.lowest = cents(query.lowestRate, 0);
		this.highest = cents(query.highestRate, Integer.MAX_VALUE);
		this.found = IntStream.range(0, entries.length).filter((at) -> isFound(entries[at])).toArray();
		this.facets = new Tally(this.found).facets();
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
		for (String word : this.words) {
			if (!entry.words.contains(word)) {
				return false;
			}
		}
		return true;
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
	private int overlap(int zone) {
		return this.overlaps.computeIfAbsent(zone, (number) -> {
			String other = this.names.name(number);
			String reference = (this.query.overlapZone != null) ? this.query.overlapZone : PoolQueryReader.HOME_ZONE;
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
		return levels * 100_000 + Math.round(entry.rating * 100) * 100L + Math.min(99, entry.years);
	}

	/** Counts the values of those found. */
	private final class Tally {

		private final int[] skills = new int[PoolSearch.this.taxonomy.highestId() + 1];

		private final Map<Long, int[]> levels = new HashMap<>();

		private final int[] languages = new int[Languages.OFFERED.size()];

		private final int[] seniorities = new int[Seniority.values().length];

		private final int[] roles = new int[JobRole.values().length];

		private final int[] employments = new int[Employment.values().length];

		private final int[] modes = new int[WorkMode.values().length];

		private final int[] countries = new int[PoolSearch.this.names.size()];

		private final int[] zones = new int[PoolSearch.this.names.size()];

		private final int[] rates = new int[RATES.size()];

		private final int[] weeks = new int[WEEKS.size()];

		private final int[] days = new int[5];

		private final int[] ratings = new int[RATINGS.size()];

		Tally(int[] found) {
			PoolSearch.this.query.skills.keySet().forEach((skill) -> this.levels.put(skill, new int[6]));
			for (int at : found) {
				count(PoolSearch.this.entries[at]);
			}
		}

		private void count(PoolEntry entry) {
			entry.countHeld(this.skills);
			for (Map.Entry<Long, int[]> asked : this.levels.entrySet()) {
				asked.getValue()[entry.level(asked.getKey())]++;
			}
			entry.countLanguages(this.languages);
			this.seniorities[entry.seniority]++;
			this.employments[entry.employment]++;
			this.countries[entry.country]++;
			this.zones[entry.zone]++;
			countBits(entry.roles, this.roles);
			countBits(entry.modes, this.modes);
			for (int at = 0; at < this.rates.length; at++) {
				this.rates[at] += (entry.rate <= RATES.get(at) * 100) ? 1 : 0;
			}
			int free = entry.freeFrom(PoolEntry.day(PoolSearch.this.today), PoolSearch.this.halves);
			for (int at = 0; at < this.weeks.length; at++) {
				this.weeks[at] += (free <= PoolEntry.day(PoolSearch.this.today) + 7 * WEEKS.get(at)) ? 1 : 0;
			}
			int freeDays = entry.freeHalves(PoolSearch.this.day) / 2;
			for (int at = 0; at < this.days.length; at++) {
				this.days[at] += (freeDays > at) ? 1 : 0;
			}
			for (int at = 0; at < this.ratings.length; at++) {
				this.ratings[at] += (entry.rating >= RATINGS.get(at)) ? 1 : 0;
			}
		}

		private static void countBits(int bits, int[] counts) {
			for (int left = bits; left != 0; left &= left - 1) {
				counts[Integer.numberOfTrailingZeros(left)]++;
			}
		}

		Map<Facet, List<Count>> facets() {
			PoolQuery asked = PoolSearch.this.query;
			Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
			facets.put(Facet.SKILL,
					most(IntStream.range(0, this.skills.length)
						.filter((id) -> this.skills[id] > 0 && !asked.skills.containsKey((long) id))
						.mapToObj((id) -> id)
						.toList(), (id) -> this.skills[id]).map((id) -> {
							String name = PoolSearch.this.taxonomy.get(id).name();
							return new Count("skill", List.of(name), PoolQueryReader.quoted("skill", name),
									this.skills[id]);
						}).toList());
			facets.put(Facet.LEVEL, this.levels.entrySet().stream().flatMap(this::levels).toList());
			facets.put(Facet.ROLE, values(JobRole.values(), this.roles, asked.roles, "role",
					(role) -> "role:" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
			facets.put(Facet.SENIORITY, values(Seniority.values(), this.seniorities, asked.seniorities, "seniority",
					(one) -> one.name().toLowerCase(java.util.Locale.ROOT)));
			facets.put(Facet.COUNTRY, most(IntStream.range(0, this.countries.length)
				.filter((at) -> this.countries[at] > 0 && !asked.countries.contains(PoolSearch.this.names.name(at)))
				.boxed()
				.sorted(Comparator.comparing(PoolSearch.this.names::name))
				.toList(), (at) -> this.countries[at])
				.map((at) -> new Count("country", List.of(PoolSearch.this.names.name(at)),
						"country:" + PoolSearch.this.names.name(at), this.countries[at]))
				.toList());
			facets.put(Facet.OVERLAP,
					upTo(HOURS,
							(hours) -> IntStream.range(0, this.zones.length)
								.filter((at) -> this.zones[at] > 0 && overlap(at) >= hours)
								.map((at) -> this.zones[at])
								.sum(),
							"overlap", (hours) -> "overlap:" + hours, asked.overlapHours != null));
			facets.put(Facet.LANGUAGE, most(IntStream.range(0, this.languages.length)
				.filter((at) -> this.languages[at] > 0 && !asked.languages.containsKey(Languages.OFFERED.get(at)))
				.mapToObj((at) -> at)
				.toList(), (at) -> this.languages[at])
				.map((at) -> new Count("language", List.of(Languages.OFFERED.get(at)),
						"language:" + Languages.OFFERED.get(at), this.languages[at]))
				.toList());
			facets.put(Facet.RATE, upTo(RATES, (rate) -> this.rates[RATES.indexOf(rate)], "rate.most",
					(rate) -> "<" + rate, asked.highestRate != null));
			facets.put(Facet.FROM, upTo(WEEKS, (week) -> this.weeks[WEEKS.indexOf(week)], "from",
					(week) -> "from:" + PoolSearch.this.today.plusWeeks(week), asked.from != null));
			facets.put(Facet.DAYS, upTo(List.of(5, 4, 3, 2, 1), (days) -> this.days[days - 1], "days",
					(days) -> "days:" + days, asked.days != null));
			facets.put(Facet.RATING, upTo(RATINGS, (rating) -> this.ratings[RATINGS.indexOf(rating)], "rating",
					(rating) -> "rating:" + rating, asked.rating != null));
			facets.put(Facet.EMPLOYMENT, values(Employment.values(), this.employments, asked.employments, "employment",
					(one) -> one.name().toLowerCase(java.util.Locale.ROOT)));
			facets.put(Facet.MODE, values(WorkMode.values(), this.modes, asked.modes, "mode",
					(one) -> "mode:" + one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
			facets.values().removeIf(List::isEmpty);
			return facets;
		}

		private Stream<Count> levels(Map.Entry<Long, int[]> counted) {
			String name = PoolSearch.this.taxonomy.get(counted.getKey()).name();
			int asked = PoolSearch.this.query.skills.getOrDefault(counted.getKey(), 1);
			return IntStream.iterate(5, (level) -> level > asked, (level) -> level - 1)
				.mapToObj((level) -> new Count("skill.level", List.of(name, level),
						PoolQueryReader.quoted("skill", name + ":" + level),
						Arrays.stream(counted.getValue(), level, 6).sum()))
				.filter((count) -> count.count() > 0);
		}

		private <T> Stream<T> most(List<T> values, Function<T, Integer> count) {
			return values.stream().sorted(Comparator.comparing(count).reversed()).limit(MOST_VALUES);
		}

		private <T extends Enum<T>> List<Count> values(T[] values, int[] counts, Set<T> asked, String kind,
				Function<T, String> token) {
			return Arrays.stream(values)
				.filter((value) -> counts[value.ordinal()] > 0 && !asked.contains(value))
				.map((value) -> new Count(kind, List.of(value), token.apply(value), counts[value.ordinal()]))
				.toList();
		}

		/** Steps that hold each other; none if one of them is asked for already. */
		private <T> List<Count> upTo(List<T> steps, Function<T, Integer> count, String kind, Function<T, String> token,
				boolean asked) {
			return asked ? List.of()
					: steps.stream()
						.map((step) -> new Count(kind, argument(kind, step), token.apply(step), count.apply(step)))
						.filter((one) -> one.count() > 0)
						.toList();
		}

		private List<Object> argument(String kind, Object step) {
			return switch (kind) {
				case "from" -> List.of(PoolSearch.this.today.plusWeeks((Integer) step));
				case "overlap" -> List.of(step, PoolQueryReader.HOME_ZONE);
				default -> List.of(step);
			};
		}

	}

}
