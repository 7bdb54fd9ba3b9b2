package org.muster.accounts;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.MailAddress;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Invites members of an organisation and, for administrators, the consultancy's own
 * people.
 */
@Controller
class InvitationAdminController {

	private static final List<Role> CLIENT_ROLES = List.of(Role.MEMBER, Role.APPROVER);

	private static final List<Role> STAFF_ROLES = List.of(Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR);

	private final Invitations invitations;

	private final Organisations organisations;

	private final Accounts accounts;

	InvitationAdminController(Invitations invitations, Organisations organisations, Accounts accounts) {
		this.invitations = invitations;
		this.organisations = organisations;
		this.accounts = accounts;
	}

	record InvitationForm(@NotBlank @MailAddress @Size(max = 254) String email,
			@NotBlank @Size(max = 120) String fullName, @NotNull Role role) {
	}

	@GetMapping("/admin/organisations/{reference}/invitations/new")
	String inviteMember(@PathVariable String reference, Model model) {
		model.addAttribute("form", new InvitationForm("", "", Role.MEMBER));
		return page(model, organisation(reference));
	}

	@PostMapping("/admin/organisations/{reference}/invitations")
	ModelAndView inviteMember(@PathVariable String reference, @Valid @ModelAttribute("form") InvitationForm form,
			BindingResult binding, CurrentUser user, Model model) {
		return invite(form, binding, user, organisation(reference), model);
	}

	@GetMapping("/admin/people")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	String people(Model model) {
		model.addAttribute("people", this.accounts.staff());
		return "accounts/people";
	}

	@GetMapping("/admin/people/invitations/new")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	String inviteColleague(Model model) {
		model.addAttribute("form", new InvitationForm("", "", Role.ACCOUNT_MANAGER));
		return page(model, null);
	}

	@PostMapping("/admin/people/invitations")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ModelAndView inviteColleague(@Valid @ModelAttribute("form") InvitationForm form, BindingResult binding,
			CurrentUser user, Model model) {
		return invite(form, binding, user, null, model);
	}

	private ModelAndView invite(InvitationForm form, BindingResult binding, CurrentUser user,
			@Nullable Organisation organisation, Model model) {
		String view = page(model, organisation);
		if (!binding.hasFieldErrors("role")
				&& !((organisation != null) ? CLIENT_ROLES : STAFF_ROLES).contains(form.role())) {
			binding.rejectValue("role", "accounts.invitation.role.unknown");
		}
		if (!binding.hasFieldErrors("email") && this.accounts.existsByEmail(Account.normalised(form.email()))) {
			binding.rejectValue("email", "accounts.email.taken");
		}
		if (binding.hasErrors()) {
			return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		String token = this.invitations.invite(user.actor(), form.email(), form.fullName(), form.role(), organisation,
				null);
		model.addAttribute("link", this.invitations.link(token));
		return new ModelAndView("accounts/invitation-made", model.asMap());
	}

	private Organisation organisation(String reference) {
		return this.organisations.findByReference(reference).orElseThrow(NotFound::new);
	}

	private static String page(Model model, @Nullable Organisation organisation) {
		model.addAttribute("organisation", organisation);
		model.addAttribute("roles", (organisation != null) ? CLIENT_ROLES : STAFF_ROLES);
		return "accounts/invitation-form";
	}

}
