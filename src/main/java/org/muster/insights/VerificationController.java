package org.muster.insights;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.evidence.Verification;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether what was sent, accepted and recorded is still what it was. */
@Controller
@RequestMapping("/admin/verification")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class VerificationController {

	private final Verification verification;

	private final ApplicationEventPublisher events;

	VerificationController(Verification verification, ApplicationEventPublisher events) {
		this.verification = verification;
		this.events = events;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("running", this.verification.running().orElse(null));
		model.addAttribute("run", this.verification.latest().orElse(null));
		return "insights/verification";
	}

	@PostMapping
	@Transactional
	public String start(CurrentUser user) {
		if (this.verification.start()) {
			this.events.publishEvent(new Audited(user.actor(), null, AuditAct.EVIDENCE_VERIFIED, "–", null));
		}
		return "redirect:/admin/verification";
	}

}
