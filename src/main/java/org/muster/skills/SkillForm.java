package org.muster.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.numbers.NumberKind;
import org.muster.numbers.NumberText;
import org.muster.forms.Inputs;
import org.muster.skills.TaxonomyEditing.Content;

import org.springframework.validation.BindingResult;

/**
 * A skill as an administrator types it.
 *
 * @param certainty of the name
 * @param synonyms one a line, with the marks of {@link Spelling}
 * @param deciding words with commas between
 */
record SkillForm(@NotBlank @Size(max = 80) String name, @NotNull SkillKind kind, Spelling.@NotNull Certainty certainty,
		@Nullable @Size(max = 2000) String synonyms, @Nullable @Size(max = 500) String deciding,
		@Nullable List<ImpliedRow> implied, @Nullable Long version) {

	private static final int ROWS = 4;

	private static final int LONGEST = 80;

	/** What stands between skills in lists that people type, and in tables. */
	private static final Pattern SEPARATORS = Pattern.compile("[,;]");

	/** A skill that is implied, with its strength in per cent. */
	record ImpliedRow(@Nullable String name, @NumberText(NumberKind.STRENGTH) @Nullable String strength) {

		static final ImpliedRow EMPTY = new ImpliedRow("", "");

		boolean isEmpty() {
			return Inputs.isEmpty(this.name);
		}

	}

	static SkillForm named(String name) {
		return new SkillForm(name, SkillKind.LIBRARY, Spelling.Certainty.CERTAIN, "", "", List.of(), null).padded();
	}

	static SkillForm of(Skill skill, Taxonomy taxonomy) {
		List<Spelling> spellings = skill.spellings();
		return new SkillForm(skill.name(), skill.kind(), spellings.get(0).certainty(),
				spellings.stream().skip(1).map(Spelling::marked).sorted().collect(Collectors.joining("\n")),
				skill.deciding().stream().sorted().collect(Collectors.joining(", ")),
				skill.implied()
					.entrySet()
					.stream()
					.map((entry) -> new ImpliedRow(taxonomy.get(entry.getKey()).name(), entry.getValue().toString()))
					.sorted((one, other) -> Inputs.text(one.name()).compareToIgnoreCase(Inputs.text(other.name())))
					.toList(),
				skill.version())
			.padded();
	}

	/** With rows to type into. */
	SkillForm padded() {
		List<ImpliedRow> rows = new ArrayList<>(rows().filter((row) -> !row.isEmpty()).toList());
		rows.addAll(java.util.Collections.nCopies(ROWS, ImpliedRow.EMPTY));
		return new SkillForm(this.name, this.kind, this.certainty, this.synonyms, this.deciding, rows, this.version);
	}

	private Stream<ImpliedRow> rows() {
		return Objects.requireNonNullElse(this.implied, List.<ImpliedRow>of()).stream();
	}

	/**
	 * @param id of the skill that is changed, or {@code null} for a new one
	 */
	void check(BindingResult binding, Taxonomy taxonomy, TaxonomyEditing editing, @Nullable Long id) {
		List<Spelling> spellings = spellings();
		for (int index = 0; index < spellings.size(); index++) {
			Spelling spelling = spellings.get(index);
			String field = (index == 0) ? "name" : "synonyms";
			if (spelling.text().length() > LONGEST || SEPARATORS.matcher(spelling.text()).find()) {
				binding.rejectValue(field, "skills.spelling.wrong", new Object[] { spelling.text() }, null);
			}
			editing.owner(spelling, id)
				.ifPresent((owner) -> binding.rejectValue(field, "skills.spelling.taken",
						new Object[] { spelling.text(), owner.name() }, null));
		}
		List<ImpliedRow> rows = Objects.requireNonNullElse(this.implied, List.of());
		for (int index = 0; index < rows.size(); index++) {
			if (!rows.get(index).isEmpty() && taxonomy.find(Inputs.text(rows.get(index).name())).isEmpty()) {
				binding.rejectValue("implied[" + index + "].name", "forms.skill.unknown");
			}
		}
		if (id != null && editing.leadsBack(id, implied(taxonomy).keySet())) {
			binding.reject("skills.implied.circle");
		}
	}

	Content content(Taxonomy taxonomy) {
		return new Content(this.kind, spellings(), words(this.deciding, ","), implied(taxonomy));
	}

	/** The name first, each once. */
	private List<Spelling> spellings() {
		Map<String, Spelling> spellings = new LinkedHashMap<>();
		Spelling first = new Spelling(Inputs.text(this.name), this.certainty);
		spellings.put(first.key(), first);
		words(this.synonyms, "\\R").stream()
			.map(Spelling::parse)
			.forEach((spelling) -> spellings.putIfAbsent(spelling.key(), spelling));
		return List.copyOf(spellings.values());
	}

	private Map<Long, Integer> implied(Taxonomy taxonomy) {
		Map<Long, Integer> implied = new LinkedHashMap<>();
		rows().forEach((row) -> taxonomy.find(Inputs.text(row.name()))
			.ifPresent((skill) -> implied.put(skill.id(), NumberKind.STRENGTH.whole(row.strength(), 100))));
		return implied;
	}

	private static List<String> words(@Nullable String text, String separator) {
		return List.copyOf(new LinkedHashSet<>(Arrays.stream(Inputs.text(text).split(separator))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.toList()));
	}

}
