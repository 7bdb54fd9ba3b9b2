package org.muster.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.MailAddress;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes an account out of an invitation's link. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

	/** BCrypt takes no more, and a letter with an accent is two of them. */
	private static final int MOST_BYTES = 72;

	private final Invitations invitations;

	private final Accounts accounts;

	InvitationController(Invitations invitations, Accounts accounts) {
		this.invitations = invitations;
		this.accounts = accounts;
	}

	record AcceptanceForm(@NotBlank @MailAddress @Size(max = 254) String email,
			@NotBlank @Size(max = 120) String fullName, @NotBlank @Size(min = 12, max = 72) String password,
			@NotBlank @Size(max = 72) String repetition) {
	}

	@GetMapping
	String open(@PathVariable String token, Model model) {
		Invitation invitation = this.invitations.findOpen(token).orElseThrow(NotFound::new);
		return page(model, token, invitation, new AcceptanceForm(Objects.requireNonNullElse(invitation.email(), ""),
				Objects.requireNonNullElse(invitation.fullName(), ""), "", ""));
	}

	private static String page(Model model, String token, Invitation invitation, @Nullable AcceptanceForm form) {
		model.addAttribute("token", token);
		model.addAttribute("email", invitation.email());
		model.addAttribute("role", invitation.role());
		model.addAttribute("organisation",
				(invitation.organisation() != null) ? invitation.organisation().name() : null);
		if (form != null) {
			model.addAttribute("form", form);
		}
		return "accounts/invitation";
	}

	@PostMapping("/acceptance")
	ModelAndView accept(@PathVariable String token, @Valid @ModelAttribute("form") AcceptanceForm form,
			BindingResult binding, Model model, HttpServletRequest request) {
		Invitation invitation = this.invitations.findOpen(token).orElseThrow(NotFound::new);
		if (form.password().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			binding.rejectValue("password", "accounts.password.bytes");
		}
		if (!form.password().equals(form.repetition())) {
			binding.rejectValue("repetition", "accounts.invitation.repetition.differs");
		}
		if (invitation.isForAnybody() && !binding.hasFieldErrors("email")
				&& this.accounts.existsByEmail(Account.normalised(form.email()))) {
			binding.rejectValue("email", "accounts.email.taken");
		}
		if (binding.hasErrors()) {
			return new ModelAndView(page(model, token, invitation, null), model.asMap(),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!this.invitations.accept(token, form.email(), form.fullName(), form.password(), SignIn.address(request))) {
			throw new NotFound();
		}
		// Who is not signed in yet is led there by way of the page that asks for it.
		return new ModelAndView((invitation.leadsTo() != null) ? "redirect:/requests/" + invitation.leadsTo()
				: "redirect:/login?welcome");
	}

}
