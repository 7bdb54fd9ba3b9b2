package org.muster.cvs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.cvs.CvText.Section;
import org.muster.profiles.ConsultantForm.LanguageRow;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.ProfileWords;

/** Reads which languages a CV says that somebody speaks. */
final class CvLanguages {

	/** By how people say it, the longest first. */
	private static final Map<String, LanguageLevel> FLUENCY = fluency();

	private CvLanguages() {
	}

	static List<LanguageRow> read(CvText cv, Passages passages) {
		Map<String, @Nullable LanguageLevel> spoken = new LinkedHashMap<>();
		List<String> labels = List.of("languages", "language", "language skills", "mother tongue", "mother tongue s");
		cv.lines().forEach((line) -> {
			Optional<String> labelled = line.after(labels);
			String label = labelled.isPresent() ? line.text().substring(0, line.text().indexOf(':')) : "";
			String said = labelled.orElse((line.section() == Section.LANGUAGES) ? line.text() : "");
			for (String part : said.split("[,;|•·/]")) {
				language(part).ifPresent((code) -> {
					LanguageLevel level = level(part + " " + label);
					if (!spoken.containsKey(code) || level != null && spoken.get(code) == null) {
						spoken.put(code, level);
						passages.foundCode("consultants.languages", "language", code, line.text());
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

	/** As it is said; a person has to choose it where it is not. */
	private static @Nullable LanguageLevel level(String said) {
		String folded = " " + CvText.fold(said) + " ";
		return FLUENCY.entrySet()
			.stream()
			.filter((entry) -> folded.contains(" " + entry.getKey() + " "))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
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
