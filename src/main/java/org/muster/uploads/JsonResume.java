package org.muster.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A résumé in the open format of <a href="https://jsonresume.org/schema">JSON Resume</a>,
 * written out as the lines of a CV, so that both are read by the same rules and each
 * field has a passage that a person can check.
 */
final class JsonResume {

	private static final int LONGEST = 4000;

	private static final int DEEPEST = 30;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
			.build())
		.build();

	private final JsonNode resume;

	private final List<String> lines = new ArrayList<>();

	private JsonResume(JsonNode resume) {
		this.resume = resume;
	}

	/**
	 * @throws Unreadable if this is no résumé
	 */
	static String text(byte[] json) throws Unreadable {
		try {
			JsonNode resume = MAPPER.readTree(json);
			if (!resume.path("basics").isObject()) {
				throw new Unreadable("imports.cv.resume");
			}
			return new JsonResume(resume).text();
		}
		catch (JacksonException ex) {
			throw new Unreadable("imports.cv.json", ex);
		}
	}

	private String text() {
		JsonNode basics = this.resume.path("basics");
		JsonNode location = basics.path("location");
		line("Name", of(basics, "name"));
		line("Headline", of(basics, "label"));
		line("E-mail", of(basics, "email"));
		line("Phone", of(basics, "phone"));
		line("City", of(location, "city"));
		line("Country", country(of(location, "countryCode")));
		heading("Summary", of(basics, "summary"));
		this.resume.path("work").forEach((work) -> spent("Experience", work, of(work, "position"), employer(work)));
		this.resume.path("projects").forEach((one) -> spent("Projects", one, of(one, "name"), of(one, "entity")));
		this.resume.path("volunteer")
			.forEach((one) -> spent("Volunteering", one, of(one, "position"), of(one, "organization")));
		this.resume.path("education")
			.forEach((one) -> spent("Education", one, joined(" ", of(one, "studyType"), of(one, "area")),
					of(one, "institution")));
		this.resume.path("skills").forEach((one) -> heading("Skills", withWords(one, "level")));
		this.resume.path("certificates")
			.forEach((one) -> heading("Certificates",
					joined(", ", of(one, "name"), of(one, "issuer"), of(one, "date"))));
		this.resume.path("languages")
			.forEach((one) -> heading("Languages", joined(": ", of(one, "language"), of(one, "fluency"))));
		this.resume.path("interests").forEach((one) -> heading("Interests", withWords(one, "level")));
		return String.join("\n", this.lines);
	}

	private void line(String label, String text) {
		if (!text.isEmpty()) {
			this.lines.add(label + ": " + text);
		}
	}

	private void heading(String heading, String text) {
		if (!text.isEmpty()) {
			this.lines.add("");
			this.lines.add(heading);
			this.lines.add(text);
		}
	}

	private void spent(String heading, JsonNode one, String what, String where) {
		heading(heading, joined(", ", what, where));
		String from = of(one, "startDate");
		if (!from.isEmpty()) {
			String to = of(one, "endDate");
			this.lines.add(from + " – " + (to.isEmpty() ? "present" : to));
		}
		for (String field : List.of("summary", "description", "roles", "highlights", "keywords", "courses")) {
			JsonNode said = one.path(field);
			if (said.isArray()) {
				said.forEach((part) -> this.lines.add("- " + plain(part)));
			}
			else if (said.isString()) {
				this.lines.add(plain(said));
			}
		}
	}

	/** Its name with the level beside it, and the words that belong to it. */
	private static String withWords(JsonNode one, String level) {
		String words = one.path("keywords").valueStream().map(JsonResume::plain).collect(Collectors.joining(", "));
		return joined(": ", joined(" – ", of(one, "name"), of(one, level)), words);
	}

	/** Older résumés call an employer a company. */
	private static String employer(JsonNode work) {
		String name = of(work, "name");
		return name.isEmpty() ? of(work, "company") : name;
	}

	private static String joined(String between, String... parts) {
		return List.of(parts).stream().filter((part) -> !part.isEmpty()).collect(Collectors.joining(between));
	}

	private static String country(String code) {
		return code.matches("[A-Za-z]{2}")
				? new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH) : "";
	}

	private static String of(JsonNode node, String field) {
		return plain(node.path(field));
	}

	private static String plain(JsonNode value) {
		String text = value.isValueNode() ? value.asString("").replaceAll("\\s+", " ").strip() : "";
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

}
