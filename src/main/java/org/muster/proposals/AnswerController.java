package org.muster.proposals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Inputs;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The client's answer to a proposal. A second click finds it given and is led to the same
 * page.
 */
@Controller
@RequestMapping("/proposals/{reference}")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class AnswerController {

	private static final int LONGEST_AGENT = 300;

	private final OfferAccess access;

	private final Acceptance acceptance;

	private final Declining declining;

	private final Withdrawals withdrawals;

	private final ProposalPage page;

	private final Proposals proposals;

	private final AcceptanceValidator acceptanceValidator;

	AnswerController(OfferAccess access, Acceptance acceptance, Declining declining, Withdrawals withdrawals,
			ProposalPage page, Proposals proposals, AcceptanceValidator acceptanceValidator) {
		this.access = access;
		this.acceptance = acceptance;
		this.declining = declining;
		this.withdrawals = withdrawals;
		this.page = page;
		this.proposals = proposals;
		this.acceptanceValidator = acceptanceValidator;
	}

	record RefusalForm(@NotNull Long revision, @NotBlank @Size(max = 1000) String reason) {
	}

	@PostMapping("/acceptance")
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public ModelAndView accept(@PathVariable String reference, @Valid @ModelAttribute("acceptance") AcceptanceForm form,
			BindingResult binding, @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
			CurrentUser user, Model model, RedirectAttributes redirect) {
		if (user.isApprover()) {
			this.acceptanceValidator.check(form, binding, user);
			// What cannot be accepted any more has no fields to mend.
			if (binding.hasErrors() && this.access.isOpen(reference, number(form.revision()), user)) {
				return again(reference, form.revision(), user, model);
			}
		}
		this.acceptance.accept(reference, number(form.revision()),
				new Signature(user.name(), Inputs.textOrNull(form.function()), Inputs.textOrNull(form.purchaseOrder()),
						user.address(), agent.isBlank() ? null : Inputs.cut(agent, LONGEST_AGENT)),
				user);
		redirect.addFlashAttribute("done", "accepted");
		return new ModelAndView("redirect:/proposals/" + reference);
	}

	/** What was accepted, by whom, when and from where. */
	@GetMapping("/receipt")
	@PreAuthorize("isAuthenticated()")
	@Transactional(readOnly = true)
	public String receipt(@PathVariable String reference, CurrentUser user, Model model) {
		ProposalRevision accepted = this.proposals.require(reference, user).accepted().orElseThrow(NotFound::new);
		this.page.fill(model, reference, accepted.number(), user);
		return "proposals/receipt";
	}

	@PostMapping("/refusal")
	@Transactional
	public ModelAndView decline(@PathVariable String reference, @Valid @ModelAttribute("refusal") RefusalForm form,
			BindingResult binding, CurrentUser user, Model model, RedirectAttributes redirect) {
		if (user.isApprover() && binding.hasErrors() && this.access.isOpen(reference, number(form.revision()), user)) {
			return again(reference, form.revision(), user, model);
		}
		this.declining.decline(reference, number(form.revision()), Inputs.text(form.reason()), user);
		redirect.addFlashAttribute("done", "declined");
		return new ModelAndView("redirect:/proposals/" + reference);
	}

	@PostMapping("/withdrawal")
	@PreAuthorize("hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')")
	@Transactional
	public String withdraw(@PathVariable String reference, @RequestParam(required = false) @Nullable Long revision,
			CurrentUser user, RedirectAttributes redirect) {
		boolean now = this.withdrawals.withdraw(reference, number(revision), user);
		redirect.addFlashAttribute("done", now ? "withdrawn" : "withdrawn.before");
		// A draft would hide what has become of the offer.
		return "redirect:/proposals/" + reference
				+ this.proposals.require(reference, user)
					.sent()
					.stream()
					.findFirst()
					.map((withdrawn) -> "?revision=" + withdrawn.number())
					.orElse("");
	}

	private ModelAndView again(String reference, @Nullable Long revision, CurrentUser user, Model model) {
		this.page.show(model, reference, number(revision), user);
		return new ModelAndView("proposals/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static int number(@Nullable Long revision) {
		if (revision == null || revision < 1 || revision > Integer.MAX_VALUE) {
			throw new NotFound();
		}
		return revision.intValue();
	}

}
