package org.muster.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.consultants.Consultants;
import org.muster.consultants.NameRow;
import org.muster.forms.Inputs;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the buttons on the page of a draft do once everything that was typed is saved. The
 * name of an act may be followed by a hyphen and the number that it is about.
 */
@Component
class DraftActs {

	private final Drafting drafting;

	private final InternalApproval approval;

	private final Consultants consultants;

	DraftActs(Drafting drafting, InternalApproval approval, Consultants consultants) {
		this.drafting = drafting;
		this.approval = approval;
		this.consultants = consultants;
	}

	/**
	 * What is asked for besides saving.
	 *
	 * @param then the act; empty for none
	 * @param choice whom to add, as a position and a consultant's reference with a colon
	 * between
	 * @param why the reason for refusing approval
	 */
	record Asked(@Nullable String then, @Nullable String choice, @Nullable String why) {

		String act() {
			return Inputs.text(this.then).replaceAll("-.*", "");
		}

		/** Refusing needs a reason. */
		boolean isReasonMissing() {
			return act().equals("refuse")
					&& (Inputs.isEmpty(this.why) || Inputs.text(this.why).length() > Approval.LONGEST_REASON);
		}

		private int number() {
			String[] parts = Inputs.text(this.then).split("-", 2);
			if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
				throw new NotFound();
			}
			return Integer.parseInt(parts[1]);
		}

	}

	/**
	 * @return where to go next
	 * @throws NotFound if there is no such act, or nothing of that number
	 */
	String perform(Asked asked, Proposal proposal, ProposalRevision draft, CurrentUser by,
			RedirectAttributes redirect) {
		String reference = proposal.reference();
		int revision = draft.number();
		return switch (asked.act()) {
			case "", "save" -> toDraft(reference, revision);
			case "add" -> {
				Map.Entry<Integer, Long> seat = seat(Inputs.text(asked.choice()));
				this.drafting.addLine(reference, revision, seat.getKey(), seat.getValue(), by);
				yield toDraft(reference, revision);
			}
			case "remove" -> {
				this.drafting.removeLine(reference, revision, asked.number(), by);
				yield toDraft(reference, revision);
			}
			case "copy" -> {
				Optional<Integer> added = this.drafting.copy(reference, revision, by);
				if (added.isEmpty()) {
					redirect.addFlashAttribute("full", true);
				}
				yield toDraft(reference, added.orElse(revision));
			}
			case "drop" -> {
				this.drafting.removeAlternative(reference, asked.number(), by);
				yield toDraft(reference, (asked.number() == revision) ? null : Integer.valueOf(revision));
			}
			case "open" -> toDraft(reference, asked.number());
			case "preview" -> "redirect:/proposals/" + reference + "?revision=" + revision;
			case "approve" -> {
				settled(this.approval.approve(reference, null, by), null, redirect);
				yield toDraft(reference, revision);
			}
			case "refuse" -> {
				String why = Inputs.text(asked.why());
				settled(this.approval.refuse(reference, why, null, by), why, redirect);
				yield toDraft(reference, revision);
			}
			default -> throw new NotFound();
		};
	}

	/**
	 * Whoever changes what waits for approval takes the question back.
	 * @param why what was typed, which the page shows if it was not taken
	 */
	static void settled(boolean done, @Nullable String why, RedirectAttributes redirect) {
		if (!done) {
			redirect.addFlashAttribute("unsettled", true);
			redirect.addFlashAttribute("unsent", Stream.ofNullable(why).toList());
		}
	}

	/** Positions and consultants, each with a colon between. */
	List<Map.Entry<Integer, Long>> seats(List<String> members) {
		return members.stream().map(this::seat).toList();
	}

	/**
	 * @throws NotFound if there is no such consultant
	 */
	Map.Entry<Integer, Long> seat(String choice) {
		String[] parts = choice.split(":", 2);
		if (parts.length != 2 || !parts[0].matches("\\d{1,4}")) {
			throw new NotFound();
		}
		return Map.entry(Integer.valueOf(parts[0]), this.consultants.idOf(parts[1]).orElseThrow(NotFound::new));
	}

	/** Lines as they were typed, by whom they were typed for. */
	Map<String, DraftForm.Line> named(List<DraftForm.Line> lines) {
		Map<String, String> names = this.consultants
			.namesOf(lines.stream().map(DraftForm.Line::person).filter(Objects::nonNull).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(NameRow::reference, NameRow::name));
		Map<String, DraftForm.Line> named = new LinkedHashMap<>();
		lines.forEach((line) -> named.putIfAbsent(names.getOrDefault(line.person(), Inputs.text(line.person())), line));
		return named;
	}

	static String toDraft(String reference, @Nullable Integer revision) {
		return "redirect:/proposals/" + reference + "/draft" + ((revision != null) ? "?revision=" + revision : "");
	}

}
