package org.muster.matching;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;
import org.muster.consultants.Candidate;
import org.muster.consultants.SkillHeld;
import org.muster.matching.LabelledPool.Profile;
import org.muster.matching.LabelledPool.Request;
import org.muster.requests.Schedule;
import org.muster.requests.SkillRequirement;
import org.muster.vocabulary.LanguageLevel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the right people come first, over the labelled pool. A person's grade for a
 * request follows from written rules, which know nothing of weights and points. Another
 * role is 0. Else shortfalls are counted:
 * <ul>
 * <li>a required skill one level below what is asked: 1; two or more, or not held: 2; a
 * skill last used more than four years ago counts one level lower;</li>
 * <li>seniority: 1 for each step below;</li>
 * <li>a rate above the cap: 1 up to 10 %, 2 up to 25 %, else 4;</li>
 * <li>free after the latest start: 1 up to 30 days, 2 up to 60, else 4;</li>
 * <li>a language one level below: 1; more, or not spoken: 2;</li>
 * <li>too few hours in common: 2; another way of working: 2.</li>
 * </ul>
 * No shortfall is 3, up to two are 2 unless a required skill is missing, up to four are
 * 1, more are 0.
 */
class QualityTest {

	private static final int TOP = 10;

	private static final int WORKING_HOURS = 8;

	private final List<Profile> profiles = LabelledPool.profiles();

	private final List<Request> requests = LabelledPool.requests();

	@Test
	void theRightPeopleComeFirstAndFarMoreSoThanByTheirTextsOrByCountingSkills() throws IOException {
		assertThat(this.requests).hasSizeGreaterThanOrEqualTo(40);
		assertThat(this.profiles).hasSizeGreaterThanOrEqualTo(300);
		double engine = mean(this::byEngine);
		double texts = byTexts();
		double counting = mean(this::byCount);
		System.out.printf(java.util.Locale.ROOT,
				"RESULT quality ndcg10.engine=%.3f ndcg10.bm25=%.3f ndcg10.skillcount=%.3f requests=%d profiles=%d%n",
				engine, texts, counting, this.requests.size(), this.profiles.size());
		assertThat(engine).isGreaterThanOrEqualTo(0.92);
		assertThat(engine - texts).isGreaterThanOrEqualTo(0.1);
		assertThat(engine - counting).isGreaterThanOrEqualTo(0.1);
	}

	private double mean(Function<Request, List<Candidate>> ranking) {
		return this.requests.stream()
			.mapToDouble((request) -> ndcg(request, ranking.apply(request)))
			.average()
			.orElseThrow();
	}

	/** Normalised discounted cumulative gain at 10, with 2^grade − 1 as the gain. */
	private double ndcg(Request request, List<Candidate> ranked) {
		List<Integer> ideal = this.profiles.stream()
			.map((profile) -> grade(request.demand(), profile.person()))
			.sorted(Comparator.reverseOrder())
			.toList();
		double most = dcg(ideal);
		return (most > 0) ? dcg(ranked.stream().map((person) -> grade(request.demand(), person)).toList()) / most : 1;
	}

	private static double dcg(List<Integer> grades) {
		double sum = 0;
		for (int place = 0; place < Math.min(TOP, grades.size()); place++) {
			sum += (Math.pow(2, grades.get(place)) - 1) * Math.log(2) / Math.log(place + 2);
		}
		return sum;
	}

	/** Those who fit first, then near misses, as in proposals. */
	private List<Candidate> byEngine(Request request) {
		return Matchers
			.everybody(this.profiles.stream().map(Profile::person).toList(), request.demand(),
					Matchers.weights(request.demand()))
			.stream()
			.sorted(Comparator.comparing((Match match) -> !match.fits()).thenComparing(Match.RANKING))
			.map(Match::candidate)
			.limit(TOP)
			.toList();
	}

	private List<Candidate> byCount(Request request) {
		return this.profiles.stream()
			.map(Profile::person)
			.sorted(Comparator
				.comparing((Candidate person) -> -request.demand()
					.skills()
					.stream()
					.filter((asked) -> person.skills().containsKey(asked.skillId()))
					.count())
				.thenComparing(Candidate::id))
			.limit(TOP)
			.toList();
	}

	private double byTexts() throws IOException {
		try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
			try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
				for (Profile profile : this.profiles) {
					Document document = new Document();
					document.add(new TextField("text", profile.text(), Field.Store.NO));
					writer.addDocument(document);
				}
			}
			try (DirectoryReader reader = DirectoryReader.open(directory)) {
				IndexSearcher searcher = new IndexSearcher(reader);
				double sum = 0;
				for (Request request : this.requests) {
					List<Candidate> ranked = new ArrayList<>();
					for (ScoreDoc hit : searcher.search(
							new QueryBuilder(new StandardAnalyzer()).createBooleanQuery("text", request.text()),
							TOP).scoreDocs) {
						ranked.add(this.profiles.get(hit.doc).person());
					}
					sum += ndcg(request, ranked);
				}
				return sum / this.requests.size();
			}
		}
	}

	private static int grade(Demand demand, Candidate person) {
		if (!person.roles().contains(demand.role())) {
			return 0;
		}
		boolean missing = false;
		int shortfalls = 0;
		for (SkillRequirement asked : demand.required()) {
			int held = level(asked.skillId(), person);
			missing |= held == 0;
			shortfalls += Math.max(0, Math.min(2, (held == 0) ? 2 : asked.level() - held));
		}
		shortfalls += Math.max(0, demand.seniority().ordinal() - person.seniority().ordinal());
		shortfalls += rate(person.billRate().doubleValue() / Objects.requireNonNull(demand.cap()).doubleValue());
		shortfalls += late(Objects.requireNonNull(demand.schedule()), person.availableFrom());
		for (Map.Entry<String, LanguageLevel> asked : demand.languages().entrySet()) {
			LanguageLevel held = person.languages().get(asked.getKey());
			shortfalls += (held == null) ? 2 : Math.max(0, Math.min(2, asked.getValue().ordinal() - held.ordinal()));
		}
		shortfalls += (hours(demand, person) < demand.hours()) ? 2 : 0;
		shortfalls += person.workModes().contains(demand.workMode()) ? 0 : 2;
		return (shortfalls == 0) ? 3 : (shortfalls <= 2 && !missing) ? 2 : (shortfalls <= 4) ? 1 : 0;
	}

	/** Held itself, or through a skill that implies it at once. */
	private static int level(long skill, Candidate person) {
		return person.skills()
			.values()
			.stream()
			.mapToInt((held) -> fresh(held) * ((held.skillId() == skill) ? 100
					: Matchers.TAXONOMY.get(held.skillId()).implied().getOrDefault(skill, 0)) / 100)
			.max()
			.orElse(0);
	}

	private static int fresh(SkillHeld held) {
		int lastUse = held.countedLastUse(GeneratedPool.TODAY.getYear());
		return (GeneratedPool.TODAY.getYear() - lastUse > 4) ? held.countedLevel() - 1 : held.countedLevel();
	}

	private static int rate(double share) {
		return (share <= 1) ? 0 : (share <= 1.1) ? 1 : (share <= 1.25) ? 2 : 4;
	}

	private static int late(Schedule schedule, LocalDate free) {
		long days = ChronoUnit.DAYS.between(schedule.latestStart(), free);
		return (days <= 0) ? 0 : (days <= 30) ? 1 : (days <= 60) ? 2 : 4;
	}

	private static double hours(Demand demand, Candidate person) {
		if (demand.timeZone() == null) {
			return WORKING_HOURS;
		}
		LocalDate day = Objects.requireNonNull(demand.schedule()).earliestStart();
		double apart = Math.abs(
				Duration
					.between(day.atTime(9, 0).atZone(ZoneId.of(demand.timeZone())),
							day.atTime(9, 0).atZone(ZoneId.of(person.timeZone())))
					.toMinutes())
				/ 60.0;
		return Math.max(0, WORKING_HOURS - apart);
	}

	@Test
	void everyRequestOfTheSetHasPeopleOfEveryGrade() {
		Map<Integer, Long> grades = this.requests.stream()
			.flatMap((request) -> this.profiles.stream().map((profile) -> grade(request.demand(), profile.person())))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		System.out.println("Grades: " + grades);
		assertThat(grades).containsKeys(0, 1, 2, 3);
	}

}
