package org.muster.proposals;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisations;
import org.muster.accounts.Passwords;
import org.muster.accounts.Passwords.Answer;
import org.muster.accounts.SignIn;
import org.muster.forms.SearchText;
import org.muster.forms.Inputs;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What an approver has to type to accept an offer. */
@Component
class AcceptanceValidator {

	private final Organisations organisations;

	private final Passwords passwords;

	private final Duration fresh;

	private final Clock clock;

	/**
	 * @param fresh for how long after a sign-in nobody is asked for the password again
	 */
	AcceptanceValidator(Organisations organisations, Passwords passwords,
			@Value("${muster.acceptance.fresh:15m}") Duration fresh, Clock clock) {
		this.organisations = organisations;
		this.passwords = passwords;
		this.fresh = fresh;
		this.clock = clock;
	}

	/** Puts the forms of an answer into a model, unless what was typed is there. */
	void forms(Model model, ProposalRevision revision) {
		model.addAttribute("passwordNeeded", isPasswordNeeded());
		if (!model.containsAttribute("acceptance")) {
			Map<?, ?> typed = (model.getAttribute("resumed") instanceof Map<?, ?> resumed) ? resumed : Map.of();
			model.addAttribute("acceptance", AcceptanceForm.of(revision, typed));
		}
		if (!model.containsAttribute("refusal")) {
			model.addAttribute("refusal", new AnswerController.RefusalForm((long) revision.number(), ""));
		}
	}

	/**
	 * Says what is wrong. The password is looked at last, so that other mistakes cost no
	 * attempt.
	 */
	void check(AcceptanceForm form, BindingResult binding, CurrentUser user) {
		if (!binding.hasErrors() && !isSame(form.fullName(), user.name())) {
			binding.rejectValue("fullName", "proposals.acceptance.name.differs", new Object[] { user.name() }, null);
		}
		boolean order = this.organisations.findById(user.organisation()).orElseThrow().isPurchaseOrderRequired();
		if (order && Inputs.isEmpty(form.purchaseOrder())) {
			binding.rejectValue("purchaseOrder", "proposals.accept.order.missing");
		}
		if (!binding.hasErrors() && isPasswordNeeded()) {
			Answer answer = this.passwords.check(user, form.typedPassword());
			if (answer != Answer.RIGHT) {
				binding.rejectValue("password", "proposals.accept.password." + answer.name().toLowerCase(Locale.ROOT));
			}
		}
	}

	private boolean isPasswordNeeded() {
		return SignIn.since().filter((at) -> at.plus(this.fresh).isAfter(this.clock.instant())).isEmpty();
	}

	private static boolean isSame(String typed, String name) {
		return SearchText.forms(typed).stream().anyMatch(SearchText.forms(name)::contains);
	}

}
