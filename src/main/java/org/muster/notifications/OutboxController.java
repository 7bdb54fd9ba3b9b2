package org.muster.notifications;

import org.muster.accounts.NotFound;
import org.muster.forms.Inputs;
import org.muster.operations.EventBacklog;

import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The e-mails that were written, and whether they have gone. */
@Controller
@RequestMapping("/admin/outbox")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OutboxController {

	private final Mails mails;

	private final EventBacklog backlog;

	OutboxController(Mails mails, EventBacklog backlog) {
		this.mails = mails;
		this.backlog = backlog;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String list(@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("page", Inputs.page(page, Sort.unsorted(), this.mails::all));
		model.addAttribute("canSend", this.mails.canSend());
		model.addAttribute("backlog", this.backlog.size());
		return "notifications/outbox";
	}

	@GetMapping("/{id}")
	@Transactional(readOnly = true)
	public String show(@PathVariable long id, Model model) {
		model.addAttribute("mail", this.mails.find(id).orElseThrow(NotFound::new));
		model.addAttribute("canSend", this.mails.canSend());
		return "notifications/outbox-mail";
	}

}
