package org.muster.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.MailAddress;
import org.muster.forms.Inputs;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A member invites a colleague into the own organisation, as a member, to begin with a
 * request. Whether the colleague has an account is not for the member to know.
 */
@Controller
@RequestMapping("/colleagues/invitations")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class ColleagueController {

	private final Invitations invitations;

	private final Organisations organisations;

	ColleagueController(Invitations invitations, Organisations organisations) {
		this.invitations = invitations;
		this.organisations = organisations;
	}

	/**
	 * @param to the reference of the request that they begin with, or nothing
	 */
	record ColleagueForm(@NotBlank @Size(max = 120) String fullName,
			@NotBlank @MailAddress @Size(max = 254) String email, @Nullable String to) {

		public @Nullable String leadsTo() {
			return Inputs.textOrNull(this.to);
		}

	}

	@GetMapping("/new")
	String form(@RequestParam(defaultValue = "") String to, CurrentUser user, Model model) {
		ColleagueForm form = new ColleagueForm("", "", to);
		requireOwn(form, user);
		model.addAttribute("form", form);
		return "accounts/colleague";
	}

	@PostMapping
	ModelAndView invite(@Valid @ModelAttribute("form") ColleagueForm form, BindingResult binding, CurrentUser user,
			Model model) {
		requireOwn(form, user);
		if (binding.hasErrors()) {
			return new ModelAndView("accounts/colleague", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		String token = this.invitations.invite(user.actor(), form.email(), form.fullName(), Role.MEMBER,
				this.organisations.findById(user.organisation()).orElseThrow(), form.leadsTo());
		model.addAttribute("link", this.invitations.link(token));
		model.addAttribute("back", (form.leadsTo() != null) ? "/requests/" + form.leadsTo() : "/");
		return new ModelAndView("accounts/invitation-made", model.asMap());
	}

	/** Another organisation's request does not exist here. */
	private void requireOwn(ColleagueForm form, CurrentUser user) {
		String request = form.leadsTo();
		if (request != null && !this.invitations.mayLeadTo(request, user.organisation())) {
			throw new NotFound();
		}
	}

}
