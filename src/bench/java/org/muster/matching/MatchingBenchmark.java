package org.muster.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.muster.consultants.Candidate;
import org.muster.testing.MySqlServer;

/**
 * The engine, Apache Lucene and SQL on the same people and the same demands: the best 20
 * of the whole pool for 8 skills, with filters on rate, date and language. Everybody is
 * ranked who passes them, whichever skills are missing: where required skills exclude,
 * the engine has far less to do.
 */
public final class MatchingBenchmark {

	private static final int QUERIES = 200;

	private static final int SKILLS = 8;

	private static final int SKILLS_EACH = 12;

	private static final int TOP = 20;

	private static final Set<Limit> FILTERS = EnumSet.of(Limit.RATE, Limit.DATES, Limit.LANGUAGE);

	private final int size;

	private final List<Demand> demands = new ArrayList<>();

	private final PoolNames names = new PoolNames();

	private final StringBuilder result;

	private MatchingBenchmark(int size) {
		this.size = size;
		GeneratedPool generated = new GeneratedPool(Matchers.TAXONOMY, 99, SKILLS_EACH);
		while (this.demands.size() < QUERIES) {
			Demand demand = generated.demand(SKILLS);
			this.demands.add(new Demand(demand.role(), demand.roles(), demand.seniority(), demand.years(),
					demand.skills(), demand.languages(), demand.timeZone(), demand.overlapHours(), demand.workMode(),
					BigDecimal.valueOf(400 + 2L * (this.demands.size() % 100)), "EUR", demand.schedule(),
					demand.goals(), demand.client()));
		}
		this.result = new StringBuilder("RESULT matching pool=" + size);
	}

	public static void main(String[] args) throws Exception {
		new MatchingBenchmark(Integer.parseInt(args[0])).run();
	}

	private GeneratedPool generated() {
		return new GeneratedPool(Matchers.TAXONOMY, 7, SKILLS_EACH);
	}

	private void run() throws Exception {
		System.out.printf("%s %s, %d processors%n", System.getProperty("java.vm.name"),
				System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
		long before = used();
		long[] building = { 0 };
		Snapshot pool = build(building);
		long heap = used() - before;
		List<List<Hit>> found = new ArrayList<>();
		double[] engine = measure((demand, most) -> search(demand, pool).top(most).size(), 40);
		add("engine", engine);
		double[] fitting = measure((demand, most) -> new Search(query(demand, EnumSet.allOf(Limit.class)), pool)
			.top(most)
			.size(), 20);
		System.out.printf(Locale.ROOT, "Required skills exclude too: p50 %.3f ms, p99 %.3f ms%n", fitting[0],
				fitting[1]);
		this.demands.forEach((demand) -> found.add(search(demand, pool).top(TOP)));
		lucene();
		sql();
		exactness(found);
		System.out.println(this.result + String.format(Locale.ROOT, " bytes.per.consultant=%d build.ms=%d",
				pool.bytes() / this.size, building[0] / 1_000_000));
		System.out.printf("Heap that the index takes, by the collector: %d bytes a consultant%n", heap / this.size);
	}

	private Query query(Demand demand, Set<Limit> limits) {
		return new Query(demand, Matchers.weights(demand), limits, Matchers.CONTEXT, Matchers.buyer(demand), this.names);
	}

	private Search search(Demand demand, Snapshot pool) {
		return new Search(query(demand, FILTERS), pool);
	}

	private static long used() throws InterruptedException {
		for (int time = 0; time < 3; time++) {
			System.gc();
			Thread.sleep(100);
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** Drawing the people is not counted. */
	private Snapshot build(long[] building) {
		GeneratedPool generated = generated();
		MatchIndex.Builder builder = new MatchIndex.Builder();
		for (int one = 0; one < this.size; one++) {
			Candidate person = generated.person();
			long begun = System.nanoTime();
			builder.add(PoolRow.of(person, Matchers.CONTEXT, this.names));
			building[0] += System.nanoTime() - begun;
		}
		long begun = System.nanoTime();
		Snapshot pool = builder.snapshot(Matchers.CONTEXT, GeneratedPool.TODAY);
		building[0] += System.nanoTime() - begun;
		return pool;
	}

	/** The median and the 99th percentile over all queries of several rounds. */
	private double[] measure(Contender contender, int rounds) throws Exception {
		int found = 0;
		for (int round = 0; round < rounds / 2; round++) {
			for (Demand demand : this.demands) {
				found += contender.top(demand, TOP);
			}
		}
		double[] times = new double[rounds * QUERIES];
		for (int one = 0; one < times.length; one++) {
			long begun = System.nanoTime();
			found += contender.top(this.demands.get(one % QUERIES), TOP);
			times[one] = (System.nanoTime() - begun) / 1e6;
		}
		if (found == 0) {
			throw new IllegalStateException("Nobody was found");
		}
		Arrays.sort(times);
		return new double[] { times[times.length / 2], times[times.length * 99 / 100] };
	}

	private void add(String name, double[] times) {
		this.result.append(String.format(Locale.ROOT, " %s.p50=%.3f %s.p99=%.3f", name, times[0], name, times[1]));
		System.out.printf(Locale.ROOT, "%s: p50 %.3f ms, p99 %.3f ms%n", name, times[0], times[1]);
	}

	private void lucene() throws Exception {
		try (LuceneContender lucene = new LuceneContender()) {
			GeneratedPool generated = generated();
			for (int one = 0; one < this.size; one++) {
				lucene.add(generated.person());
			}
			lucene.built();
			System.out.println("Apache Lucene " + org.apache.lucene.util.Version.LATEST);
			add("lucene", measure(lucene, 20));
		}
	}

	private void sql() throws Exception {
		Optional<String> url = MySqlServer.find();
		if (url.isEmpty()) {
			this.result.append(" sql.p50=none sql.p99=none");
			return;
		}
		try (SqlContender sql = new SqlContender(url.get())) {
			GeneratedPool generated = generated();
			for (int one = 0; one < this.size; one++) {
				sql.add(generated.person());
			}
			sql.built();
			add("sql", measure(sql, 2));
		}
	}

	/** The naive scorer looks at everybody, one by one, with every reason. */
	private void exactness(List<List<Hit>> found) {
		GeneratedPool generated = generated();
		List<TopHits> naive = this.demands.stream().map((demand) -> new TopHits(TOP)).toList();
		List<Scoring> scorings = this.demands.stream()
			.map((demand) -> new Scoring(demand, Matchers.weights(demand), Matchers.CONTEXT,
					Matchers.buyer(demand)))
			.toList();
		Set<Integer> wanted = new HashSet<>();
		found.forEach((hits) -> hits.forEach((hit) -> wanted.add(hit.id())));
		Map<Integer, Candidate> people = new HashMap<>();
		for (int one = 0; one < this.size; one++) {
			Candidate person = generated.person();
			if (wanted.contains((int) person.id())) {
				people.put((int) person.id(), person);
			}
			IntStream.range(0, QUERIES).parallel().forEach((query) -> {
				Match match = scorings.get(query).match(person);
				if (match.limits().stream().noneMatch(FILTERS::contains)) {
					naive.get(query)
						.offer((int) person.id(), match.tenths(),
								(match.rate() != null) ? Rates.units(match.rate()) : Rates.NO_PRICE);
				}
			});
		}
		long exact = IntStream.range(0, QUERIES)
			.filter((query) -> naive.get(query).ranked().equals(found.get(query)))
			.count();
		this.result.append(" exact=").append(exact).append('/').append(QUERIES);
		explanations(found, scorings, people);
	}

	private void explanations(List<List<Hit>> found, List<Scoring> scorings, Map<Integer, Candidate> people) {
		double[] times = new double[QUERIES * 10];
		int skills = 0;
		for (int one = 0; one < times.length; one++) {
			long begun = System.nanoTime();
			for (Hit hit : found.get(one % QUERIES)) {
				skills += scorings.get(one % QUERIES).match(people.get(hit.id())).skills().size();
			}
			times[one] = (System.nanoTime() - begun) / 1e6;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "Explaining the %d: p50 %.3f ms, p99 %.3f ms (%d skills)%n", TOP,
				times[times.length / 2], times[times.length * 99 / 100], skills);
	}

}
