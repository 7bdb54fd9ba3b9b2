package org.muster.cvs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.numbers.WordPattern;

/** The lines of a CV, the section that each stands in, and the jobs that they tell of. */
final class CvText {

	/** How many lines say whom a CV is about. */
	static final int TOP = 12;

	/** A longer line is no heading and no title. */
	private static final int LONGEST_TITLE = 100;

	/** Nobody has had more. */
	private static final int MOST_JOBS = 100;

	private static final int EARLIEST = 1960;

	/** What a part of a CV is about. */
	enum Section {

		TOP, WORK, EDUCATION, SKILLS, LANGUAGES, CERTIFICATIONS, OTHER

	}

	private static final Map<String, Section> HEADINGS = headings();

	/** {@code 2019 – present}, {@code Mar 2015 to 04/2019}, {@code 2015-03 - 2019-04}. */
	private static final Pattern RANGE = WordPattern.compile(
			"\\b" + CvDates.monthYear("from") + "\\s{0,3}(?:-|–|—|to|until)\\s{0,3}(?:" + CvDates.monthYear("to")
					+ "|(?:[a-zç]{3,9} )?(?:present|now|today|current|ongoing))",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private final String text;

	private final LocalDate today;

	private final List<Line> lines = new ArrayList<>();

	private final List<Job> jobs = new ArrayList<>();

	CvText(String text, LocalDate today) {
		this.text = text;
		this.today = today;
		divide();
		findJobs();
	}

	/**
	 * A line that is not blank.
	 *
	 * @param text without space around
	 * @param start where it begins in the whole, in characters
	 */
	record Line(String text, int start, Section section) {

		int end() {
			return this.start + this.text.length();
		}

		/** What follows after one of the labels and a colon. */
		Optional<String> after(List<String> labels) {
			int colon = this.text.indexOf(':');
			return (colon > 0 && labels.contains(fold(this.text.substring(0, colon))))
					? Optional.of(this.text.substring(colon + 1).strip()).filter((rest) -> !rest.isEmpty())
					: Optional.empty();
		}

	}

	/**
	 * A time spent on something.
	 *
	 * @param title the line that names it, with or without the years
	 * @param startsOn the first day of the month, or of the year, that is said
	 * @param endsOn the last of it; {@code null} while it goes on
	 * @param to a year, this one while it goes on
	 * @param start where what is said of it begins in the whole, in characters
	 */
	record Job(String title, LocalDate startsOn, @Nullable LocalDate endsOn, int to, int start, int end,
			boolean isWork) {

		/** The year. */
		int from() {
			return this.startsOn.getYear();
		}

	}

	/**
	 * Something that a line says.
	 *
	 * @param passage the whole line
	 */
	record Said(String value, String passage) {
	}

	/** What stands after a label such as "Phone:". */
	Optional<Said> labelled(String... labels) {
		List<String> known = List.of(labels);
		return this.lines.stream()
			.flatMap((line) -> line.after(known).map((rest) -> new Said(rest, line.text())).stream())
			.findFirst();
	}

	String text() {
		return this.text;
	}

	List<Line> lines() {
		return this.lines;
	}

	/** The first lines, where a person is named. */
	List<Line> top(int count) {
		return this.lines.subList(0, Math.min(count, this.lines.size()));
	}

	/** The lines of a section, without its heading. */
	Stream<Line> in(Section section) {
		return this.lines.stream()
			.filter((line) -> line.section() == section && !HEADINGS.containsKey(fold(line.text())));
	}

	List<Job> jobs() {
		return this.jobs;
	}

	@Nullable Job jobAt(int position) {
		return this.jobs.stream()
			.filter((job) -> job.start() <= position && position < job.end())
			.findFirst()
			.orElse(null);
	}

	/** The line that holds a place of the text. */
	Line lineAt(int position) {
		int at = 0;
		while (at + 1 < this.lines.size() && this.lines.get(at + 1).start() <= position) {
			at++;
		}
		return this.lines.get(at);
	}

	private void divide() {
		Section section = Section.TOP;
		int position = 0;
		for (String raw : this.text.split("\n", -1)) {
			String line = raw.strip();
			if (!line.isEmpty()) {
				Section heading = (line.length() <= LONGEST_TITLE) ? HEADINGS.get(fold(line)) : null;
				section = (heading != null) ? heading : section;
				this.lines.add(new Line(line, position + raw.indexOf(line), section));
			}
			position += raw.length() + 1;
		}
	}

	private void findJobs() {
		List<Integer> starts = new ArrayList<>();
		List<Matcher> ranges = new ArrayList<>();
		for (int at = 0; at < this.lines.size() && starts.size() < MOST_JOBS; at++) {
			Matcher matcher = RANGE.matcher(this.lines.get(at).text());
			if (matcher.find() && isPast(matcher)) {
				starts.add(isTitle(at - 1) && !isTitled(matcher, at) ? at - 1 : at);
				ranges.add(matcher);
			}
		}
		for (int one = 0; one < starts.size(); one++) {
			Line first = this.lines.get(starts.get(one));
			int next = (one + 1 < starts.size()) ? this.lines.get(starts.get(one + 1)).start() : this.text.length();
			int end = this.lines.stream()
				.filter((line) -> line.start() > first.start() && line.section() != first.section())
				.mapToInt(Line::start)
				.findFirst()
				.orElse(this.text.length());
			Matcher range = ranges.get(one);
			this.jobs.add(new Job(title(first.text()), CvDates.first(range, "from"), endsOn(range), to(range),
					first.start(), Math.min(next, end), first.section() != Section.EDUCATION));
		}
	}

	/** Without the years that stand beside it. */
	private static String title(String line) {
		String start = line.substring(0, Math.min(2 * LONGEST_TITLE, line.length()));
		return RANGE.matcher(start).replaceAll("").replaceAll("[\\s,;|(–-]+\\)?$", "");
	}

	private boolean isPast(Matcher range) {
		int from = CvDates.first(range, "from").getYear();
		return from >= EARLIEST && from <= to(range) && to(range) <= this.today.getYear();
	}

	private int to(Matcher range) {
		return (range.group("toYear") != null) ? Integer.parseInt(range.group("toYear")) : this.today.getYear();
	}

	/** Of a year that has not ended, today. */
	private @Nullable LocalDate endsOn(Matcher range) {
		if (range.group("toYear") == null) {
			return null;
		}
		LocalDate last = CvDates.last(range, "to");
		return last.isAfter(this.today) ? this.today : last;
	}

	/** The lines of a job, without the one that names it and that of its years. */
	List<String> told(Job job) {
		return this.lines.stream()
			.filter((line) -> line.start() > job.start() && line.start() < job.end())
			.map(Line::text)
			.filter((line) -> !HEADINGS.containsKey(fold(line)) && !title(line).isEmpty())
			.toList();
	}

	/** Whether the line of the years says itself what was done in them. */
	private boolean isTitled(Matcher range, int at) {
		return this.lines.get(at).text().length() - (range.end() - range.start()) > 12;
	}

	private boolean isTitle(int at) {
		return at >= 0 && this.lines.get(at).text().length() <= LONGEST_TITLE
				&& !HEADINGS.containsKey(fold(this.lines.get(at).text()));
	}

	/** In small letters, without what surrounds words. */
	static String fold(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
	}

	private static Map<String, Section> headings() {
		Map<String, Section> headings = new java.util.HashMap<>();
		put(headings, Section.WORK, "experience,work experience,professional experience,employment,employment history,"
				+ "work history,career,career history,projects,selected projects,work,positions,relevant experience");
		put(headings, Section.EDUCATION, "education,education and training,studies,academic background,university,"
				+ "qualifications,training,courses");
		put(headings, Section.SKILLS, "skills,technical skills,key skills,core skills,technologies,tech stack,"
				+ "competences,competencies,core competencies,tools,tools and technologies,skills and tools");
		put(headings, Section.LANGUAGES, "languages,language skills,spoken languages");
		put(headings, Section.OTHER,
				"summary,profile,about,about me,personal statement,objective,awards,"
						+ "publications,interests,hobbies,references,volunteering,personal,contact,contact details,"
						+ "personal details,personal information");
		put(headings, Section.CERTIFICATIONS,
				"certifications,certificates,certification,certificates and courses,"
						+ "certifications and courses,licenses and certifications,licences and certifications,"
						+ "licenses certifications,certifications and training");
		return Map.copyOf(headings);
	}

	private static void put(Map<String, Section> headings, Section section, String texts) {
		for (String text : texts.split(",")) {
			headings.put(text, section);
		}
	}

}
