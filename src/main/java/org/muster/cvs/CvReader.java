package org.muster.cvs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.calendar.CountryZones;
import org.muster.numbers.WordPattern;
import org.muster.cvs.CvText.Job;
import org.muster.cvs.CvText.Line;
import org.muster.profiles.ConsultantForm;
import org.muster.profiles.ConsultantForm.LanguageRow;
import org.muster.profiles.ConsultantForm.SkillRow;
import org.muster.profiles.ProfileHistory;
import org.muster.skills.SkillLevel;
import org.muster.skills.SkillMention;
import org.muster.skills.SkillReader;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.ProfileWords;
import org.muster.vocabulary.Seniority;

/**
 * Reads a profile out of the text of a CV. What the text does not say stays empty: a
 * person confirms the rest, with the passages beside it.
 */
final class CvReader {

	private static final int MOST_SKILLS = 40;

	private static final int MOST_YEARS = 60;

	private static final int MONTHS = 12;

	private static final Pattern EXPERIENCE = WordPattern.compile(
			"\\b(\\d{1,2})\\+? years?['’]?(?: of)?(?: [\\p{L}-]{1,20}){0,2} experience\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern INDEPENDENT = WordPattern.compile("\\b(?:freelancer?|contractor|self-employed)\\b",
			Pattern.CASE_INSENSITIVE);

	private final SkillReader skills;

	private final CvText cv;

	private final LocalDate today;

	private final List<SkillMention> mentions;

	private final Passages passages = new Passages();

	private CvReader(SkillReader skills, String text, LocalDate today) {
		this.skills = skills;
		this.cv = new CvText(text, today);
		this.today = today;
		this.mentions = skills.read(text);
	}

	static CvDraft read(SkillReader skills, String text, LocalDate today) {
		return new CvReader(skills, text, today).draft();
	}

	private CvDraft draft() {
		CvPerson person = new CvPerson(this.cv, this.passages, this.skills);
		String name = person.name();
		String headline = person.headline();
		String email = person.email();
		String phone = person.phone();
		Set<JobRole> roles = roles(headline);
		Integer years = years();
		Seniority seniority = seniority(headline);
		CvPerson.Place place = person.place();
		Employment employment = independent() ? Employment.CONTRACTOR : null;
		List<SkillRow> held = skills();
		List<LanguageRow> spoken = CvLanguages.read(this.cv, this.passages);
		ProfileHistory history = new CvHistory(this.cv, this.passages).read(works(), this.mentions);
		return new CvDraft(new ConsultantForm(name, headline, email, phone, roles, seniority,
				(years != null) ? years.toString() : "", place.country(), "", place.city(),
				Objects.requireNonNullElse(CountryZones.of(place.country()), ""), employment, Set.of(), "", "", "", "",
				"", held, spoken, null)
			.withBlanks(), history, this.passages.all());
	}

	/** Of the headline, or of the latest work that names one. */
	private Set<JobRole> roles(String headline) {
		Optional<JobRole> role = ProfileWords.roleWithin(headline);
		String passage = headline;
		if (role.isEmpty()) {
			for (Job job : works()) {
				role = ProfileWords.roleWithin(job.title());
				if (role.isPresent()) {
					passage = job.title();
					break;
				}
			}
		}
		String where = passage;
		role.ifPresent((one) -> this.passages.foundCode("consultants.roles", "consultants.role", one, where));
		return role.<Set<JobRole>>map(EnumSet::of).orElseGet(Set::of);
	}

	private List<Job> works() {
		return this.cv.jobs()
			.stream()
			.filter(Job::isWork)
			.sorted(Comparator.comparingInt(Job::to).thenComparingInt(Job::from).reversed())
			.toList();
	}

	/** As said, or as the years of all work together. */
	private @Nullable Integer years() {
		for (Line line : this.cv.lines()) {
			Matcher matcher = EXPERIENCE.matcher(line.text());
			if (matcher.find() && Integer.parseInt(matcher.group(1)) <= MOST_YEARS
					&& !isSkillWithin(line.start() + matcher.start(), line.start() + matcher.end())) {
				this.passages.found("consultants.years", matcher.group(1), line.text());
				return Integer.valueOf(matcher.group(1));
			}
		}
		List<Job> works = works();
		if (works.isEmpty()) {
			return null;
		}
		int years = Math.min(MOST_YEARS, together(works));
		this.passages.found("consultants.years", String.valueOf(years),
				works.stream().map((job) -> job.from() + "–" + job.to()).distinct().collect(Collectors.joining(", ")));
		return years;
	}

	private boolean isSkillWithin(int start, int end) {
		return this.mentions.stream().anyMatch((mention) -> mention.start() < end && mention.end() > start);
	}

	/** Years that two jobs share count once; of work within one year the months do. */
	private int together(List<Job> jobs) {
		Set<Integer> years = jobs.stream()
			.flatMap((job) -> Stream.iterate(job.from(), (year) -> year < job.to(), (year) -> year + 1))
			.collect(Collectors.toSet());
		long months = jobs.stream()
			.filter((job) -> job.from() == job.to() && !years.contains(job.from()))
			.flatMap(this::months)
			.distinct()
			.count();
		return years.size() + (int) (months / MONTHS);
	}

	private Stream<YearMonth> months(Job job) {
		YearMonth last = YearMonth.from(Objects.requireNonNullElse(job.endsOn(), this.today));
		return Stream.iterate(YearMonth.from(job.startsOn()), (month) -> !month.isAfter(last),
				(month) -> month.plusMonths(1));
	}

	/** As a title says: years alone make nobody senior. */
	private @Nullable Seniority seniority(String headline) {
		// What somebody was called long ago says nothing of today.
		for (String title : Stream.concat(Stream.of(headline), works().stream().limit(1).map(Job::title)).toList()) {
			Optional<Seniority> said = ProfileWords.seniorityWithin(title);
			if (said.isPresent()) {
				this.passages.foundCode("consultants.seniority", "consultants.seniority", said.get(), title);
				return said.get();
			}
		}
		return null;
	}

	private boolean independent() {
		Optional<Line> line = this.cv.top(CvText.TOP)
			.stream()
			.filter((one) -> INDEPENDENT.matcher(one.text()).find())
			.findFirst();
		line.ifPresent((one) -> this.passages.foundCode("consultants.employment", "consultants.employment",
				Employment.CONTRACTOR, one.text()));
		return line.isPresent();
	}

	/** Those that the CV speaks of most often first. */
	private List<SkillRow> skills() {
		Map<String, List<SkillMention>> bySkill = new LinkedHashMap<>();
		this.mentions.forEach(
				(mention) -> bySkill.computeIfAbsent(mention.skill().name(), (name) -> new ArrayList<>()).add(mention));
		List<SkillRow> rows = new ArrayList<>();
		bySkill.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> -entry.getValue().size()))
			.limit(MOST_SKILLS)
			.forEach((entry) -> rows.add(skill(entry.getKey(), entry.getValue())));
		return rows;
	}

	private SkillRow skill(String name, List<SkillMention> mentions) {
		List<Job> jobs = mentions.stream()
			.map((mention) -> this.cv.jobAt(mention.start()))
			.filter(Objects::nonNull)
			.filter(Job::isWork)
			.distinct()
			.toList();
		int said = mentions.stream()
			.map(SkillMention::years)
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
		int years = Math.min(MOST_YEARS, Math.max(said, together(jobs)));
		String level = mentions.stream()
			.map(SkillMention::level)
			.filter(Objects::nonNull)
			.map(SkillLevel::value)
			.max(Comparator.naturalOrder())
			.map(String::valueOf)
			.orElse("");
		String lastUsed = jobs.stream().map(Job::to).max(Comparator.naturalOrder()).map(String::valueOf).orElse("");
		SkillMention first = mentions.stream()
			.filter((mention) -> mention.level() != null || mention.years() != null)
			.findFirst()
			.orElse(mentions.get(0));
		this.passages.found("consultants.skills", name, around(first));
		return new SkillRow(name, level, (years > 0 || !jobs.isEmpty()) ? String.valueOf(years) : "", lastUsed);
	}

	/** Its line, or what stands beside it in a long one. */
	private String around(SkillMention mention) {
		Line line = this.cv.lineAt(mention.start());
		if (line.text().length() <= Passages.LONGEST) {
			return line.text();
		}
		int from = Math.max(line.start(), mention.start() - Passages.LONGEST / 2);
		int to = Math.min(line.end(), mention.end() + Passages.LONGEST / 3);
		return ((from > line.start()) ? "…" : "") + this.cv.text().substring(from, to).strip()
				+ ((to < line.end()) ? "…" : "");
	}

}
