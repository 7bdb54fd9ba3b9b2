package org.muster.talentsearch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.muster.talentsearch.PoolFound.Count;
import org.muster.talentsearch.PoolFound.Facet;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/** Counts what tells those apart that a search found. */
final class PoolTally {

	private static final int MOST_VALUES = 8;

	private static final List<Integer> RATES = List.of(300, 400, 500, 600, 800);

	private static final List<Integer> WEEKS = List.of(0, 2, 4, 8, 13);

	private static final List<Double> RATINGS = List.of(4.5, 4.0, 3.0);

	private static final List<Integer> HOURS = List.of(8, 6, 4);

	private final PoolSearch search;

	private final int[] skills;

	private final Map<Long, int[]> levels = new HashMap<>();

	private final int[] languages = new int[Languages.OFFERED.size()];

	private final int[] seniorities = new int[Seniority.values().length];

	private final int[] roles = new int[JobRole.values().length];

	private final int[] employments = new int[Employment.values().length];

	private final int[] modes = new int[WorkMode.values().length];

	private final int[] countries;

	private final int[] zones;

	private final int[] rates = new int[RATES.size()];

	private final int[] weeks = new int[WEEKS.size()];

	private final int[] days = new int[5];

	private final int[] ratings = new int[RATINGS.size()];

	PoolTally(PoolSearch search, int[] found) {
		this.search = search;
		this.skills = new int[search.taxonomy.highestId() + 1];
		this.countries = new int[search.names.size()];
		this.zones = new int[search.names.size()];
		this.search.query.skills.keySet().forEach((skill) -> this.levels.put(skill, new int[6]));
		for (int at : found) {
			count(this.search.entries[at]);
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
		for (int at = 0; at < this.weeks.length; at++) {
			int day = PoolEntry.day(this.search.today) + 7 * WEEKS.get(at);
			this.weeks[at] += (entry.freeHalves(day) >= this.search.halves) ? 1 : 0;
		}
		int freeDays = entry.freeHalves(this.search.day) / 2;
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
		PoolQuery asked = this.search.query;
		Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
		facets.put(Facet.SKILL,
				most(IntStream.range(0, this.skills.length)
					.filter((id) -> this.skills[id] > 0 && !asked.skills.containsKey((long) id))
					.mapToObj((id) -> id)
					.toList(), (id) -> this.skills[id]).map((id) -> {
						String name = this.search.taxonomy.get(id).name();
						return new Count("skill", List.of(name), KeyedTerms.quoted("skill", name), this.skills[id]);
					}).toList());
		facets.put(Facet.LEVEL, this.levels.entrySet().stream().flatMap(this::levels).toList());
		facets.put(Facet.ROLE, values(JobRole.values(), this.roles, asked.roles, "role",
				(role) -> "role:" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
		facets.put(Facet.SENIORITY, values(Seniority.values(), this.seniorities, asked.seniorities, "seniority",
				(one) -> one.name().toLowerCase(java.util.Locale.ROOT)));
		facets.put(Facet.COUNTRY,
				most(IntStream.range(0, this.countries.length)
					.filter((at) -> this.countries[at] > 0 && !asked.countries.contains(this.search.names.name(at)))
					.boxed()
					.sorted(Comparator.comparing(this.search.names::name))
					.toList(), (at) -> this.countries[at])
					.map((at) -> new Count("country", List.of(this.search.names.name(at)),
							"country:" + this.search.names.name(at), this.countries[at]))
					.toList());
		facets.put(Facet.OVERLAP,
				upTo(HOURS,
						(hours) -> IntStream.range(0, this.zones.length)
							.filter((at) -> this.zones[at] > 0 && this.search.overlap(at) >= hours)
							.map((at) -> this.zones[at])
							.sum(),
						"overlap", (hours) -> "overlap:" + hours, asked.overlapHours != null));
		facets.put(Facet.LANGUAGE,
				most(IntStream.range(0, this.languages.length)
					.filter((at) -> this.languages[at] > 0 && !asked.languages.containsKey(Languages.OFFERED.get(at)))
					.mapToObj((at) -> at)
					.toList(), (at) -> this.languages[at])
					.map((at) -> new Count("language", List.of(Languages.OFFERED.get(at)),
							"language:" + Languages.OFFERED.get(at), this.languages[at]))
					.toList());
		facets.put(Facet.RATE, upTo(RATES, (rate) -> this.rates[RATES.indexOf(rate)], "rate.most", (rate) -> "<" + rate,
				asked.highestRate != null));
		facets.put(Facet.FROM, upTo(WEEKS, (week) -> this.weeks[WEEKS.indexOf(week)], "from",
				(week) -> "from:" + this.search.today.plusWeeks(week), asked.from != null));
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
		String name = this.search.taxonomy.get(counted.getKey()).name();
		int asked = this.search.query.skills.getOrDefault(counted.getKey(), 1);
		return IntStream.iterate(5, (level) -> level > asked, (level) -> level - 1)
			.mapToObj((level) -> new Count("skill.level", List.of(name, level),
					KeyedTerms.quoted("skill", name + ":" + level), Arrays.stream(counted.getValue(), level, 6).sum()))
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
			case "from" -> List.of(this.search.today.plusWeeks((Integer) step));
			case "overlap" -> List.of(step, this.search.query.home);
			default -> List.of(step);
		};
	}

}
