package org.muster.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.requests.Priority;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;

/** Reads which languages have to be spoken, and how well. */
final class LanguageReader {

	/** By their names in the five languages of ads, with their capital. */
	private static final Map<String, String> NAMES = names();

	private static final Pattern NAME = Pattern
		.compile("(?<![\\p{L}])(" + String.join("|", NAMES.keySet()) + ")(?![\\p{L}])");

	private static final Map<Pattern, LanguageLevel> FLUENCY = new LinkedHashMap<>();
	static {
		fluency(LanguageLevel.C2, "native|mother[- ]tongue|bilingual|muttersprach\\w*|langue maternelle|nativo|nativa");
		fluency(LanguageLevel.C1,
				"fluent(?:ly)?|fluency|full professional|business[- ]fluent|excellent|very good|advanced|proficient|proficiency|"
						+ "professional|verhandlungssicher\\w*|fließend\\w*|sehr gute?|courant|couramment|fluido|fluente|avan[cç]ad[oa]|avanzado");
		fluency(LanguageLevel.B2,
				"good|strong|solid|upper[- ]intermediate|business|confident|gute?|bon|bonne|bom|boa|buen|alto");
		fluency(LanguageLevel.B1, "conversational|intermediate|working(?! language)|some|interm[eé]dio|intermedio");
		fluency(LanguageLevel.A2, "basic|basics|elementary|b[áa]sico");
	}

	private static final Pattern CODE = Pattern.compile("\\b([ABC][12])\\b");

	private static final Pattern SPOKEN = SpelledNumbers.pattern(
			"\\b(?:languages?|speak\\w*|spoken|written|writ\\w+|fluen\\w*|native|communicat\\w*|level|skills?|command|verbal|oral|sprach\\w*|kenntnisse|langue|idiomas?|línguas?|inglés|anglais)\\b|\\b[ABC][12]\\b");

	private static final Pattern NICE = SpelledNumbers.pattern(
			"\\b(?:a plus|is a bonus|nice[- ]to[- ]have|advantage|optional|would be|desirable|preferred|von vorteil|un plus|valor\\w+)\\b");

	private final ReadableText notes;

	LanguageReader(ReadableText notes) {
		this.notes = notes;
	}

	List<Finding> read() {
		Map<String, Finding> found = new LinkedHashMap<>();
		for (Clause clause : this.notes.clauses()) {
			Matcher matcher = NAME.matcher(clause.text());
			int from = 0;
			while (matcher.find()) {
				String code = Objects.requireNonNull(NAMES.get(matcher.group(1)));
				Finding one = language(clause, matcher, from, code);
				// A level behind it is its own, and not that of the next.
				int comma = clause.text().indexOf(',', matcher.end());
				from = (comma >= 0 && comma - matcher.end() < 30
						&& level(clause.text().substring(matcher.end(), comma), false) != null) ? comma : matcher.end();
				if (one != null) {
					found.merge(code, one,
							(known, other) -> (known.confidence().compareTo(other.confidence()) <= 0) ? known : other);
				}
			}
		}
		return new ArrayList<>(found.values());
	}

	private @Nullable Finding language(Clause clause, Matcher named, int from, String code) {
		String text = clause.text();
		int next = named.end();
		Matcher following = NAME.matcher(clause.after(next, 60));
		int to = next + (following.find() ? following.start() : clause.after(next, 60).length());
		LanguageLevel said = level(text.substring(Math.max(from, named.start() - 45), named.start()), true);
		LanguageLevel behind = level(text.substring(next, to), false);
		LanguageLevel level = (behind != null) ? behind : said;
		boolean spoken = SPOKEN.matcher(clause.before(named.start(), 120)).find()
				|| SPOKEN.matcher(clause.after(next, 120)).find();
		if (level == null && !spoken) {
			return null;
		}
		boolean nice = NICE.matcher(text.substring(next, to)).find()
				|| NICE.matcher(text.substring(Math.max(from, named.start() - 30), named.start())).find();
		Confidence confidence = nice ? Confidence.GUESS : (level != null) ? Confidence.CERTAIN : Confidence.LIKELY;
		return Finding.of(BriefField.LANGUAGE, code, confidence, this.notes.passage(clause, named))
			.with(((level != null) ? level : LanguageLevel.B2).name(), nice ? Priority.NICE_TO_HAVE : Priority.REQUIRED,
					null);
	}

	/** The nearest to the language. */
	private static @Nullable LanguageLevel level(String text, boolean last) {
		Matcher code = CODE.matcher(text);
		LanguageLevel found = null;
		while (code.find()) {
			found = LanguageLevel.valueOf(code.group(1));
			if (!last) {
				return found;
			}
		}
		if (found != null) {
			return found;
		}
		int best = -1;
		for (Map.Entry<Pattern, LanguageLevel> entry : FLUENCY.entrySet()) {
			Matcher matcher = entry.getKey().matcher(text);
			while (matcher.find()) {
				if (best < 0 || (last ? matcher.start() > best : matcher.start() < best)) {
					best = matcher.start();
					found = entry.getValue();
				}
			}
		}
		return found;
	}

	private static void fluency(LanguageLevel level, String words) {
		FLUENCY.put(SpelledNumbers.pattern("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])"), level);
	}

	private static Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		for (String code : Languages.OFFERED) {
			Locale language = Locale.forLanguageTag(code);
			for (String shown : List.of("en", "de", "fr", "es", "pt", code)) {
				String name = language.getDisplayLanguage(Locale.forLanguageTag(shown));
				if (name.matches("\\p{L}{4,}")) {
					names.put(Character.toUpperCase(name.charAt(0)) + name.substring(1), code);
					// Of these three languages no name has a capital.
					if (List.of("fr", "es", "pt").contains(shown)) {
						names.put(name.toLowerCase(Locale.ROOT), code);
					}
				}
			}
		}
		return names;
	}

}
