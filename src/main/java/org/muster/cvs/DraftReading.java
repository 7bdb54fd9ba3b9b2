package org.muster.cvs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.muster.cvs.CvDraft.Passage;
import org.muster.skills.SkillReader;
import org.muster.skills.UnansweredWords;
import org.muster.uploads.DocumentText;
import org.muster.uploads.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the text of a document into its draft, outside of requests. */
@Component
class DraftReading {

	private static final Logger log = LoggerFactory.getLogger(DraftReading.class);

	private static final Set<String> PERSONAL = Set.of("consultants.name", "consultants.email", "consultants.phone",
			"consultants.country", "consultants.city");

	private final ProfileDrafts drafts;

	private final DraftFiles files;

	private final SkillReader skills;

	private final UnansweredWords words;

	private final Clock clock;

	private final TransactionTemplate transaction;

	DraftReading(ProfileDrafts drafts, DraftFiles files, SkillReader skills, UnansweredWords words, Clock clock,
			TransactionTemplate transaction) {
		this.drafts = drafts;
		this.files = files;
		this.skills = skills;
		this.words = words;
		this.clock = clock;
		this.transaction = transaction;
	}

	void run(long id) {
		ProfileDraft draft = this.drafts.findById(id).orElse(null);
		Optional<byte[]> content = this.files.content(id);
		if (draft == null || draft.status() != ProfileDraft.Status.READING || content.isEmpty()) {
			return;
		}
		try {
			String text = DocumentText.of(draft.kind(), content.get());
			this.transaction.executeWithoutResult((status) -> read(id, text));
		}
		catch (Unreadable ex) {
			log.info("The document of {} cannot be read: {}", draft.reference(), ex.toString());
			this.transaction.executeWithoutResult((status) -> fail(id, ex.key()));
		}
	}

	/** What fails again and again is nothing that another try would mend. */
	void giveUp(long id) {
		this.transaction.executeWithoutResult((status) -> fail(id, "imports.file.givenUp"));
	}

	/** Who discarded it in the meantime, wants none of it kept. */
	private Optional<ProfileDraft> open(long id) {
		return this.drafts.findById(id).filter((draft) -> draft.status() == ProfileDraft.Status.READING);
	}

	private void read(long id, String text) {
		open(id).ifPresent((draft) -> {
			draft.read();
			this.files.keepText(id, text);
			this.words.noteWithoutExamples(impersonal(text));
		});
	}

	/** Without the lines that say who it is: their words are no skills. */
	private String impersonal(String text) {
		Set<String> personal = CvReader.read(this.skills, text, LocalDate.now(this.clock))
			.passages()
			.stream()
			.filter((passage) -> PERSONAL.contains(passage.label()))
			.map(Passage::text)
			.collect(Collectors.toSet());
		return text.lines().filter((line) -> !personal.contains(line.strip())).collect(Collectors.joining("\n"));
	}

	private void fail(long id, String problem) {
		open(id).ifPresent((draft) -> {
			draft.fail(problem);
			this.files.forget(id);
		});
	}

}
