package org.muster.proposals;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.forms.Typed;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The client's answer to a proposal. A second click finds it given and is led to the same
 * page.
 */
@Controller
@RequestMapping("/proposals/{reference}")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class AnswerController {

	private final Answers answers;

	private final ProposalPage page;

	AnswerController(Answers answers, ProposalPage page) {
		this.answers = answers;
		this.page = page;
	}

	record AcceptanceForm(@NotNull Long revision, @NotBlank @Size(max = 120) String fullName) {
	}

	record RefusalForm(@NotNull Long revision, @NotBlank @Size(max = 1000) String reason) {
	}

	static void forms(Model model, ProposalRevision revision) {
		if (!model.containsAttribute("acceptance")) {
			model.addAttribute("acceptance", new AcceptanceForm((long) revision.number(), ""));
		}
		if (!model.containsAttribute("refusal")) {
			model.addAttribute("refusal", new RefusalForm((long) revision.number(), ""));
		}
	}

	@PostMapping("/acceptance")
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public ModelAndView accept(@PathVariable String reference, @Valid @ModelAttribute("acceptance") AcceptanceForm form,
			BindingResult binding, CurrentUser user, Model model) {
		if (user.isApprover() && !binding.hasErrors() && !isSame(form.fullName(), user.name())) {
			binding.rejectValue("fullName", "proposals.acceptance.name.differs", new Object[] { user.name() }, null);
		}
		if (user.isApprover() && binding.hasErrors()) {
			return again(reference, form.revision(), user, model);
		}
		this.answers.accept(reference, number(form.revision()), Typed.text(form.fullName()), user);
		return new ModelAndView("redirect:/proposals/" + reference);
	}

	@PostMapping("/refusal")
	@Transactional
	public ModelAndView decline(@PathVariable String reference, @Valid @ModelAttribute("refusal") RefusalForm form,
			BindingResult binding, CurrentUser user, Model model) {
		if (user.isApprover() && binding.hasErrors()) {
			return again(reference, form.revision(), user, model);
		}
		this.answers.decline(reference, number(form.revision()), Typed.text(form.reason()), user);
		return new ModelAndView("redirect:/proposals/" + reference);
	}

	private ModelAndView again(String reference, @Nullable Long revision, CurrentUser user, Model model) {
		forms(model, this.page.fill(model, reference, number(revision), user));
		return new ModelAndView("proposals/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static int number(@Nullable Long revision) {
		if (revision == null || revision < 1 || revision > Integer.MAX_VALUE) {
			throw new NotFound();
		}
		return revision.intValue();
	}

	private static boolean isSame(String typed, String name) {
		return normalised(typed).equals(normalised(name));
	}

	private static String normalised(String name) {
		return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

}
