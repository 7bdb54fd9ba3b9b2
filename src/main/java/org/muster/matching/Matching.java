package org.muster.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.Organisation;
import org.muster.accounts.Organisations;
import org.muster.calendar.Workdays;
import org.muster.consultants.Candidate;
import org.muster.consultants.Pool;
import org.muster.pricing.PriceLists;
import org.muster.requests.Asked;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;
import org.muster.requests.StartDays;

import org.springframework.stereotype.Component;

/**
 * Holds the whole pool against positions. Exact: nobody is left out, and nothing is
 * sampled.
 */
@Component
public class Matching {

	private static final Set<Limit> ALL = EnumSet.allOf(Limit.class);

	private final Pool pool;

	private final MatchIndex index;

	private final MatchingSettings settings;

	private final PriceLists prices;

	private final Organisations organisations;

	private final StartDays days;

	private final Clock clock;

	Matching(Pool pool, MatchIndex index, MatchingSettings settings, PriceLists prices, Organisations organisations,
			StartDays days, Clock clock) {
		this.clock = clock;
		this.days = days;
		this.organisations = organisations;
		this.prices = prices;
		this.pool = pool;
		this.index = index;
		this.settings = settings;
	}

	/** What a request weights its parts by, unless somebody tilts them. */
	Weights weights(StaffingRequest request) {
		return this.settings.weightsFor(request.goals().keySet());
	}

	/**
	 * A page of those who fit, or of everybody, the best first.
	 * @param nearMisses whether those whom a limit excludes are among them
	 * @throws WarmingUp if the pool is still being read
	 */
	List<Match> find(Demand demand, Weights weights, boolean nearMisses, int offset, int size) {
		Snapshot pool = this.index.current();
		Buyer buyer = buyer(demand);
		List<Long> ids = ids(demand, weights, nearMisses ? Set.of() : ALL, offset + size, pool, buyer);
		return some(demand, weights, ids.stream().skip(offset).toList(), buyer).stream().sorted(Match.RANKING).toList();
	}

	/** Some, in the order of the ids; those that are none are left out. */
	List<Match> some(Demand demand, Weights weights, Collection<Long> ids) {
		return some(demand, weights, ids, buyer(demand));
	}

	Buyer buyer(Demand demand) {
		return buyer(demand.client(), demand.currency(), demand.schedule());
	}

	Buyer buyer(StaffingRequest request) {
		return buyer(request, request.schedule().orElse(null));
	}

	private Buyer buyer(StaffingRequest request, @Nullable Schedule schedule) {
		return buyer(request.organisationId(), request.currency(), schedule);
	}

	private Buyer buyer(long organisation, String currency, @Nullable Schedule schedule) {
		Optional<Organisation> client = this.organisations.findById(organisation);
		LocalDate today = client.map((known) -> known.today(this.clock)).orElseGet(() -> LocalDate.now(this.clock));
		Workdays workdays = client.map((known) -> this.days.of(known, schedule, today))
			.orElseGet(() -> Workdays.ofWeek(null));
		return new Buyer(this.prices.of(organisation, currency), workdays, today);
	}

	private List<Match> some(Demand demand, Weights weights, Collection<Long> ids, Buyer buyer) {
		Scoring scoring = new Scoring(demand, weights, this.index.current().context(), buyer);
		return this.pool.some(ids).stream().map(scoring::match).toList();
	}

	/**
	 * How many fit.
	 * @throws WarmingUp if the pool is still being read
	 */
	int fitting(Demand demand) {
		return fitting(demand, buyer(demand));
	}

	private int fitting(Demand demand, Buyer buyer) {
		Snapshot pool = this.index.current();
		return new Search(query(demand, this.settings.weightsFor(demand.goals()), ALL, pool, buyer), pool).count();
	}

	/** Which condition keeps how many out. */
	List<Relaxations.Gain> relaxations(Demand demand) {
		return relaxations(demand, buyer(demand));
	}

	List<Relaxations.Gain> relaxations(Demand demand, Buyer buyer) {
		Snapshot pool = this.index.current();
		Weights weights = this.settings.weightsFor(demand.goals());
		return new Relaxations(demand, (eased) -> new Search(query(eased, weights, ALL, pool, buyer), pool).count())
			.gains();
	}

	/** How many there are. */
	int everybody() {
		return this.index.current().count();
	}

	private Query query(Demand demand, Weights weights, Set<Limit> limits, Snapshot pool, Buyer buyer) {
		return new Query(demand, weights, limits, pool.context(), buyer, this.index.names());
	}

	/**
	 * The best for each position of a request, in order, by the weights of its goals;
	 * those who fit come first, then near misses.
	 * @param most how many for each
	 * @throws WarmingUp if the pool is still being read
	 */
	public Map<Position, List<Match>> best(StaffingRequest request, int most) {
		Snapshot pool = this.index.current();
		Weights weights = weights(request);
		Buyer buyer = buyer(request);
		return matches(request, most, (demand) -> {
			Set<Long> ids = new LinkedHashSet<>(ids(demand, weights, ALL, most, pool, buyer));
			if (ids.size() < most) {
				ids.addAll(ids(demand, weights, Set.of(), most, pool, buyer));
			}
			return ids;
		}, pool, buyer);
	}

	/** The best who fit each position of a request, in order. */
	Map<Position, List<Match>> fitting(StaffingRequest request, int most) {
		Snapshot pool = this.index.current();
		Weights weights = weights(request);
		Buyer buyer = buyer(request);
		return matches(request, most, (demand) -> ids(demand, weights, ALL, most, pool, buyer), pool, buyer);
	}

	/** People are read once for all positions. */
	private Map<Position, List<Match>> matches(StaffingRequest request, int most,
			Function<Demand, Collection<Long>> finding, Snapshot pool, Buyer buyer) {
		Weights weights = weights(request);
		Map<Position, Collection<Long>> hits = new LinkedHashMap<>();
		request.positions().forEach((position) -> hits.put(position, finding.apply(Demand.of(request, position))));
		Map<Long, Candidate> people = people(hits.values());
		Map<Position, List<Match>> matches = new LinkedHashMap<>();
		hits.forEach((position, ids) -> {
			Scoring scoring = new Scoring(Demand.of(request, position), weights, pool.context(), buyer);
			matches.put(position,
					ids.stream()
						.flatMap((id) -> Stream.ofNullable(people.get(id)))
						.map(scoring::match)
						.sorted(Comparator.comparing((Match match) -> !match.fits()).thenComparing(Match.RANKING))
						.limit(most)
						.toList());
		});
		return matches;
	}

	private Map<Long, Candidate> people(Collection<? extends Collection<Long>> ids) {
		return this.pool.some(ids.stream().flatMap(Collection::stream).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Candidate::id, Function.identity()));
	}

	/** What a person's skills are worth, by id of the skill. */
	Map<Long, Integer> strengths(Candidate person) {
		return this.index.current().context().strengths().of(person.skills());
	}

	String skillName(long id) {
		return this.index.current().context().taxonomy().get(id).name();
	}

	/** Another number for another state of the pool. */
	long poolVersion() {
		return this.index.current().version();
	}

	private List<Long> ids(Demand demand, Weights weights, Set<Limit> limits, int most, Snapshot pool, Buyer buyer) {
		return new Search(query(demand, weights, limits, pool, buyer), pool).top(most)
			.stream()
			.map((hit) -> (long) hit.id())
			.toList();
	}

	/** Consultants against a position, by the weights of the request's goals. */
	public List<Match> matches(StaffingRequest request, Position position, Collection<Long> consultants) {
		return some(Demand.of(request, position), weights(request), consultants).stream()
			.sorted(Match.RANKING)
			.toList();
	}

	/**
	 * Consultants against what a request asks or asked at some time, by the number of the
	 * position.
	 * @param consultants by the number of the position
	 */
	public Map<Integer, List<Match>> matches(StaffingRequest request, Asked asked,
			Map<Integer, Set<Long>> consultants) {
		Snapshot pool = this.index.current();
		Buyer buyer = buyer(request, asked.schedule());
		Weights weights = weights(request);
		Map<Long, Candidate> people = people(consultants.values());
		Map<Integer, List<Match>> matches = new LinkedHashMap<>();
		asked.positions().forEach((number, details) -> {
			Demand demand = Demand.of(request, details, asked.schedule(), asked.rateCap());
			Scoring scoring = new Scoring(demand, weights, pool.context(), buyer);
			matches.put(number,
					consultants.getOrDefault(number, Set.of())
						.stream()
						.flatMap((id) -> Stream.ofNullable(people.get(id)))
						.map(scoring::match)
						.toList());
		});
		return matches;
	}

	/** One consultant, if there is one of that id. */
	public Optional<Match> match(StaffingRequest request, Position position, long consultantId) {
		return matches(request, position, List.of(consultantId)).stream().findFirst();
	}

	/** For each position of a request, in order, how many consultants fit. */
	public List<Fit> fitting(StaffingRequest request) {
		Buyer buyer = buyer(request);
		return request.positions()
			.stream()
			.map((position) -> new Fit(position, fitting(Demand.of(request, position), buyer)))
			.toList();
	}

	/**
	 * How well the pool answers a position.
	 *
	 * @param consultants how many fit
	 */
	public record Fit(Position position, long consultants) {

		public boolean isEnough() {
			return this.consultants >= this.position.headCount();
		}

	}

}
