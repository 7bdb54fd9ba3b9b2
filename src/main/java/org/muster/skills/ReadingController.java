package org.muster.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the reading of skills can be tried on any text. Nothing of it is kept. */
@Controller
@RequestMapping("/skills/reading")
@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
class ReadingController {

	/** In characters; a long CV has some 20,000. */
	static final int LONGEST = 100_000;

	private final SkillReader reader;

	ReadingController(SkillReader reader) {
		this.reader = reader;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("longest", LONGEST);
		return "skills/reading";
	}

	@PostMapping
	String read(@RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response) {
		model.addAttribute("text", text);
		model.addAttribute("longest", LONGEST);
		String problem = text.isBlank() ? "empty" : ((text.length() > LONGEST) ? "long" : null);
		if (problem != null) {
			model.addAttribute("problem", problem);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "skills/reading";
		}
		List<SkillMention> mentions = this.reader.read(text);
		model.addAttribute("pieces", pieces(text, mentions));
		model.addAttribute("summaries", summaries(mentions));
		return "skills/reading";
	}

	/** The whole text, cut where mentions begin and end. */
	private static List<Piece> pieces(String text, List<SkillMention> mentions) {
		List<Piece> pieces = new ArrayList<>();
		int position = 0;
		for (SkillMention mention : mentions) {
			if (mention.start() > position) {
				pieces.add(new Piece(text.substring(position, mention.start()), null));
			}
			pieces.add(new Piece(text.substring(mention.start(), mention.end()), mention.skill().name()));
			position = mention.end();
		}
		if (position < text.length()) {
			pieces.add(new Piece(text.substring(position), null));
		}
		return pieces;
	}

	/** Each skill once, with the most that is said of it. */
	private static List<Summary> summaries(List<SkillMention> mentions) {
		Map<String, Summary> summaries = new LinkedHashMap<>();
		mentions.forEach((mention) -> summaries.merge(mention.skill().name(), Summary.of(mention), Summary::and));
		return List.copyOf(summaries.values());
	}

	/**
	 * @param skill whose name the text is, or {@code null} for what stands between
	 */
	record Piece(String text, @Nullable String skill) {
	}

	record Summary(Skill skill, @Nullable Integer years, @Nullable SkillLevel level, SkillMention.Importance importance,
			int times) {

		static Summary of(SkillMention mention) {
			return new Summary(mention.skill(), mention.years(), mention.level(), mention.importance(), 1);
		}

		Summary and(Summary other) {
			return new Summary(this.skill, higher(this.years, other.years), higher(this.level, other.level),
					(this.importance.compareTo(other.importance) <= 0) ? this.importance : other.importance,
					this.times + other.times);
		}

		private static <T extends Comparable<? super T>> @Nullable T higher(@Nullable T one, @Nullable T other) {
			return (one == null || (other != null && other.compareTo(one) > 0)) ? other : one;
		}

	}

}
