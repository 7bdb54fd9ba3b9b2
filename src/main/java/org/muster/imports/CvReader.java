package org.muster.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.ConsultantForm;
import org.muster.consultants.ConsultantForm.LanguageRow;
import org.muster.consultants.ConsultantForm.SkillRow;
import org.muster.consultants.Employment;
import org.muster.consultants.JobRole;
import org.muster.consultants.LanguageLevel;
import org.muster.consultants.ProfileWords;
import org.muster.consultants.Seniority;
import org.muster.imports.CvDraft.Passage;
import org.muster.imports.CvText.Job;
import org.muster.imports.CvText.Line;
import org.muster.imports.CvText.Section;
import org.muster.skills.SkillLevel;
import org.muster.skills.SkillMention;
import org.muster.skills.SkillReader;

/**
 * Reads a profile out of the text of a CV. What the text does not say stays empty: a
 * person confirms the rest, with the passages beside it.
 */
final class CvReader {

	private static final int MOST_SKILLS = 40;

	private static final int MOST_YEARS = 60;

	private static final int LONGEST_PASSAGE = 200;

	/** Where a CV says whom it is about. */
	private static final int TOP = 12;

	private static final int USUAL_LEVEL = 3;

	private static final Pattern BETWEEN = Pattern.compile("\\s[-–—]\\s|[|•·,]");

	private static final Pattern TITLE_OF_CV = Pattern.compile(
			"curriculum vitae|curriculum|resume|résumé|cv|lebenslauf", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern PHONE = Pattern.compile("(?<![\\w.])(?:\\+|00|\\()?\\d[\\d ()./-]{6,20}\\d(?!\\w)");

	private static final Pattern TWO_YEARS = Pattern.compile("(?:19|20)\\d{2}\\D+(?:19|20)\\d{2}");

	private static final Pattern EXPERIENCE = Pattern.compile(
			"\\b(\\d{1,2})\\+? years?['’]?(?: of)?(?: [\\p{L}-]{1,20}){0,2} experience\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern PROFESSION = Pattern.compile(
			"\\b(?:engineer|developer|programmer|architect|consultant|designer|tester|analyst|scientist|administrator)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern INDEPENDENT = Pattern.compile("\\b(?:freelancer?|contractor|self-employed)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "der", "den", "di", "du",
			"la", "le", "van", "von", "ter", "bin", "al", "el", "e", "y", "i", "zu", "af");

	/** By how people say it, the longest first. */
	private static final Map<String, LanguageLevel> FLUENCY = fluency();

	private final SkillReader skills;

	private final CvText cv;

	private final LocalDate today;

	private final List<SkillMention> mentions;

	private final List<Passage> passages = new ArrayList<>();

	private CvReader(SkillReader skills, String text, LocalDate today) {
		this.skills = skills;
		this.cv = new CvText(text, today.getYear());
		this.today = today;
		this.mentions = skills.read(text);
	}

	static CvDraft read(SkillReader skills, String text, LocalDate today) {
		return new CvReader(skills, text, today).draft();
	}

	private CvDraft draft() {
		String name = name();
		String headline = headline();
		String email = email();
		String phone = phone();
		Set<JobRole> roles = roles(headline);
		Integer years = years();
		Seniority seniority = seniority(headline, years);
		Place place = place();
		Employment employment = employment();
		List<SkillRow> held = skills();
		List<LanguageRow> spoken = languages();
		ConsultantForm empty = ConsultantForm.empty(this.today);
		return new CvDraft(
				new ConsultantForm(name, headline, email, phone, roles, seniority,
						(years != null) ? years.toString() : "", place.country(), "", place.city(),
						Objects.requireNonNullElse(CountryZones.of(place.country()), ""), employment, empty.workModes(),
						"", "", "", empty.availableFrom(), held, spoken, null)
					.withBlanks(),
				List.copyOf(this.passages));
	}

	private void found(String label, String value, String passage) {
		this.passages.add(new Passage(label, null, value, cut(passage, LONGEST_PASSAGE)));
	}

	private void foundCode(String label, String texts, Object code, String passage) {
		this.passages.add(new Passage(label, texts, code.toString(), cut(passage, LONGEST_PASSAGE)));
	}

	private static String cut(String text, int longest) {
		return (text.length() <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest) - 1)) + "…";
	}

	/** What stands after a label such as "Phone:". */
	private Optional<Said> labelled(String... labels) {
		List<String> known = List.of(labels);
		return this.cv.lines()
			.stream()
			.flatMap((line) -> line.after(known).map((rest) -> new Said(rest, line.text())).stream())
			.findFirst();
	}

	private record Said(String value, String passage) {
	}

	private String name() {
		Optional<Said> said = labelled("name", "full name").or(() -> this.cv.top(8)
			.stream()
			.filter((line) -> line.section() == Section.TOP || line.section() == Section.OTHER)
			.map((line) -> new Said(BETWEEN.split(line.text(), 2)[0].strip(), line.text()))
			.filter((one) -> isName(one.value()))
			.findFirst());
		said.ifPresent((one) -> found("consultants.name", inSmallLetters(one.value()), one.passage()));
		return said.map((one) -> cut(inSmallLetters(one.value()), 120)).orElse("");
	}

	private boolean isName(String text) {
		String[] words = text.split("\\s+");
		boolean written = Arrays.stream(words)
			.allMatch((word) -> PARTICLES.contains(word)
					|| (Character.isLetter(word.codePointAt(0)) && !Character.isLowerCase(word.codePointAt(0))));
		return words.length >= 2 && words.length <= 6 && written && text.length() <= 80
				&& text.codePoints()
					.noneMatch((one) -> Character.isDigit(one) || one == '@' || one == ':' || one == '/')
				&& !TITLE_OF_CV.matcher(text).matches() && !PROFESSION.matcher(text).find()
				&& ProfileWords.roleWithin(text).isEmpty() && this.skills.named(text).isEmpty()
				&& ProfileWords.countryNamed(text).isEmpty();
	}

	/** ADA LOVELACE is Ada Lovelace. */
	private static String inSmallLetters(String name) {
		if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.equals(name.toLowerCase(Locale.ROOT))) {
			return name;
		}
		StringBuilder small = new StringBuilder();
		boolean first = true;
		for (int one : name.codePoints().toArray()) {
			small.appendCodePoint(first ? one : Character.toLowerCase(one));
			first = !Character.isLetter(one);
		}
		return small.toString();
	}

	private String headline() {
		Optional<Said> said = labelled("headline", "title", "job title", "profession", "position", "current position")
			.or(() -> this.cv.top(TOP)
				.stream()
				.flatMap((line) -> Stream.of(line.text().split("\\s[-–—]\\s|[|•·]"))
					.map((part) -> new Said(part.strip(), line.text())))
				.filter((one) -> isProfession(one.value()))
				.findFirst());
		said.ifPresent((one) -> found("consultants.headline", cut(one.value(), 200), one.passage()));
		return said.map((one) -> cut(one.value(), 200)).orElse("");
	}

	private static boolean isProfession(String text) {
		return text.length() <= 120 && text.split("\\s+").length <= 12 && !text.endsWith(".")
				&& (PROFESSION.matcher(text).find() || ProfileWords.roleWithin(text).isPresent());
	}

	private String email() {
		for (Line line : this.cv.lines()) {
			for (String word : line.text().split("[\\s,;|<>()\\[\\]]+|(?i:(?:e-?mail|mailto):)")) {
				if (word.indexOf('@') > 0 && RowReader.EMAIL.matcher(word).matches()) {
					found("consultants.email", word, line.text());
					return word.toLowerCase(Locale.ROOT);
				}
			}
		}
		return "";
	}

	private String phone() {
		Optional<Said> said = labelled("phone", "phone number", "telephone", "tel", "mobile", "cell", "mobile phone")
			.filter((one) -> PHONE.matcher(one.value()).find())
			.or(() -> this.cv.top(TOP).stream().flatMap((line) -> phones(line).stream()).findFirst());
		String number = said.map((one) -> {
			Matcher matcher = PHONE.matcher(one.value());
			return matcher.find() ? matcher.group() : one.value();
		}).orElse("");
		said.ifPresent((one) -> found("consultants.phone", number, one.passage()));
		return cut(number, 40);
	}

	private static Optional<Said> phones(Line line) {
		return PHONE.matcher(line.text())
			.results()
			.map((result) -> result.group())
			.filter((number) -> !TWO_YEARS.matcher(number).find()
					&& number.chars().filter(Character::isDigit).count() >= 8)
			.findFirst()
			.map((number) -> new Said(number, line.text()));
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
		role.ifPresent((one) -> foundCode("consultants.roles", "consultants.role", one, where));
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
				found("consultants.years", matcher.group(1), line.text());
				return Integer.valueOf(matcher.group(1));
			}
		}
		List<Job> works = works();
		if (works.isEmpty()) {
			return null;
		}
		int years = Math.min(MOST_YEARS, together(works));
		found("consultants.years", String.valueOf(years),
				works.stream().map((job) -> job.from() + "–" + job.to()).distinct().collect(Collectors.joining(", ")));
		return years;
	}

	private boolean isSkillWithin(int start, int end) {
		return this.mentions.stream().anyMatch((mention) -> mention.start() < end && mention.end() > start);
	}

	/** Years that two jobs share count once; work within one year counts as one. */
	private static int together(List<Job> jobs) {
		Set<Integer> begun = jobs.stream()
			.flatMap((job) -> Stream.iterate(job.from(), (year) -> year < Math.max(job.to(), job.from() + 1),
					(year) -> year + 1))
			.collect(Collectors.toSet());
		return begun.size();
	}

	private Seniority seniority(String headline, @Nullable Integer years) {
		for (String title : Stream.concat(Stream.of(headline), works().stream().map(Job::title)).toList()) {
			Optional<Seniority> said = Arrays.stream(title.split("[\\s,/()-]+"))
				.flatMap((word) -> ProfileWords.seniority(word).stream())
				.findFirst();
			if (said.isPresent()) {
				foundCode("consultants.seniority", "consultants.seniority", said.get(), title);
				return said.get();
			}
		}
		return Person.ofYears(Objects.requireNonNullElse(years, 0));
	}

	private record Place(String country, String city) {
	}

	private Place place() {
		Optional<Said> country = labelled("country");
		Optional<Said> city = labelled("city", "town");
		Optional<String> code = country.flatMap((said) -> ProfileWords.countryNamed(said.value()));
		if (code.isPresent()) {
			foundCode("consultants.country", "country", code.get(), country.get().passage());
			city.ifPresent((said) -> found("consultants.city", cut(said.value(), 80), said.passage()));
			return new Place(code.get(), city.map((said) -> cut(said.value(), 80)).orElse(""));
		}
		return Stream
			.concat(labelled("location", "address", "based in", "residence").stream(),
					this.cv.top(TOP).stream().map((line) -> new Said(line.text(), line.text())))
			.flatMap((said) -> place(said).stream())
			.findFirst()
			.orElse(new Place("", ""));
	}

	private Optional<Place> place(Said said) {
		String[] parts = said.value().split("[,|•·()/]|\\s[-–—]\\s");
		for (int at = 0; at < parts.length; at++) {
			Optional<String> country = ProfileWords.countryNamed(parts[at].strip());
			if (country.isPresent()) {
				String before = (at > 0) ? parts[at - 1].replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "") : "";
				String city = before.matches("[\\p{L}][\\p{L} .'’-]{1,40}") ? before : "";
				foundCode("consultants.country", "country", country.get(), said.passage());
				if (!city.isEmpty()) {
					found("consultants.city", city, said.passage());
				}
				return Optional.of(new Place(country.get(), city));
			}
		}
		return Optional.empty();
	}

	private Employment employment() {
		Optional<Line> line = this.cv.top(TOP)
			.stream()
			.filter((one) -> INDEPENDENT.matcher(one.text()).find())
			.findFirst();
		line.ifPresent((one) -> foundCode("consultants.employment", "consultants.employment", Employment.CONTRACTOR,
				one.text()));
		return line.isPresent() ? Employment.CONTRACTOR : Employment.EMPLOYEE;
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
		int level = mentions.stream()
			.map(SkillMention::level)
			.filter(Objects::nonNull)
			.mapToInt(SkillLevel::value)
			.max()
			.orElse(USUAL_LEVEL);
		String lastUsed = jobs.stream().map(Job::to).max(Comparator.naturalOrder()).map(String::valueOf).orElse("");
		SkillMention first = mentions.stream()
			.filter((mention) -> mention.level() != null || mention.years() != null)
			.findFirst()
			.orElse(mentions.get(0));
		found("consultants.skills", name, around(first));
		return new SkillRow(name, String.valueOf(level), (years > 0) ? String.valueOf(years) : "", lastUsed);
	}

	/** Its line, or what stands beside it in a long one. */
	private String around(SkillMention mention) {
		Line line = this.cv.lineAt(mention.start());
		if (line.text().length() <= LONGEST_PASSAGE) {
			return line.text();
		}
		int from = Math.max(line.start(), mention.start() - LONGEST_PASSAGE / 2);
		int to = Math.min(line.end(), mention.end() + LONGEST_PASSAGE / 3);
		return ((from > line.start()) ? "…" : "") + this.cv.text().substring(from, to).strip()
				+ ((to < line.end()) ? "…" : "");
	}

	private List<LanguageRow> languages() {
		Map<String, LanguageLevel> spoken = new LinkedHashMap<>();
		List<String> labels = List.of("languages", "language", "language skills", "mother tongue", "mother tongue s");
		this.cv.lines().forEach((line) -> {
			Optional<String> labelled = line.after(labels);
			String label = labelled.isPresent() ? line.text().substring(0, line.text().indexOf(':')) : "";
			String said = labelled.orElse((line.section() == Section.LANGUAGES) ? line.text() : "");
			for (String part : said.split("[,;|•·/]")) {
				language(part).ifPresent((code) -> {
					LanguageLevel level = level(part + " " + label);
					if (spoken.putIfAbsent(code, level) == null) {
						foundCode("consultants.languages", "language", code, line.text());
					}
				});
			}
		});
		return spoken.entrySet().stream().map((entry) -> new LanguageRow(entry.getKey(), entry.getValue())).toList();
	}

	private static Optional<String> language(String part) {
		return Arrays.stream(part.split("[^\\p{L}]+"))
			.filter((word) -> word.length() > 3)
			.flatMap((word) -> ProfileWords.language(word).stream())
			.findFirst();
	}

	private static LanguageLevel level(String said) {
		String folded = " " + CvText.fold(said) + " ";
		return FLUENCY.entrySet()
			.stream()
			.filter((entry) -> folded.contains(" " + entry.getKey() + " "))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(LanguageLevel.B2);
	}

	private static Map<String, LanguageLevel> fluency() {
		Map<String, LanguageLevel> levels = new LinkedHashMap<>();
		for (LanguageLevel level : LanguageLevel.values()) {
			levels.put(level.name().toLowerCase(Locale.ROOT), level);
		}
		levels.put("native", LanguageLevel.C2);
		levels.put("mother tongue", LanguageLevel.C2);
		levels.put("bilingual", LanguageLevel.C2);
		levels.put("full professional", LanguageLevel.C1);
		levels.put("limited working", LanguageLevel.B1);
		levels.put("upper intermediate", LanguageLevel.B2);
		levels.put("fluent", LanguageLevel.C1);
		levels.put("advanced", LanguageLevel.C1);
		levels.put("professional", LanguageLevel.B2);
		levels.put("intermediate", LanguageLevel.B1);
		levels.put("conversational", LanguageLevel.B1);
		levels.put("good", LanguageLevel.B2);
		levels.put("elementary", LanguageLevel.A2);
		levels.put("basic", LanguageLevel.A2);
		levels.put("beginner", LanguageLevel.A1);
		return levels;
	}

}
