package org.muster.engagements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.AuditTrail;
import org.muster.audit.Audited;
import org.muster.audit.RefusedTransition;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.ReviewRow;
import org.muster.forms.Inputs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reviews by clients: once for each engagement, by those who engaged the person, from its
 * first day with work on.
 */
@Controller
@RequestMapping("/engagements/{reference}/review")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class ReviewController {

	private static final AuditAct REVIEWED = AuditAct.ENGAGEMENT_REVIEWED;

	private final Engagements engagements;

	private final Consultants consultants;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ReviewController(Engagements engagements, Consultants consultants, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.engagements = engagements;
		this.consultants = consultants;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public ModelAndView form(@PathVariable String reference, CurrentUser user, Model model) {
		model.addAttribute("form", ReviewForm.empty());
		return page(engagement(reference, user), model, HttpStatus.OK);
	}

	/**
	 * Of two clicks the second finds the review written.
	 * @throws RefusedTransition if a colleague has written another
	 */
	@PostMapping
	@Transactional
	public ModelAndView review(@PathVariable String reference, @Valid @ModelAttribute("form") ReviewForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Engagement engagement = engagement(reference, user);
		ReviewRow written = this.consultants.reviewOf(reference).orElse(null);
		if (written != null) {
			requireSame(written, form, engagement, user);
		}
		boolean open = engagement.hasBegun(today()) && written == null;
		if (open && binding.hasErrors()) {
			return page(engagement, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (open) {
			Consultant person = this.consultants.findById(engagement.consultantId()).orElseThrow(NotFound::new);
			person.review(user.organisation(), Objects.requireNonNull(form.delivery()),
					Objects.requireNonNull(form.communication()), Objects.requireNonNull(form.skill()),
					Inputs.text(form.text()), today(), reference);
			this.events.publishEvent(
					new Audited(user.actor(), user.organisationId(), REVIEWED, reference, engagement.consultantName())
						.naming(engagement.consultantId()));
		}
		return new ModelAndView("redirect:/engagements/" + reference + "/review");
	}

	private void requireSame(ReviewRow written, ReviewForm form, Engagement engagement, CurrentUser user) {
		this.audit.endOf(List.of(engagement.reference()), List.of(REVIEWED), user.viewer())
			.filter((first) -> !first.actor().equals(user.name()) || !form.isSameAs(written))
			.ifPresent((first) -> {
				throw RefusedTransition.after(REVIEWED, engagement.reference(), first.actor(), first.at());
			});
	}

	private ModelAndView page(Engagement engagement, Model model, HttpStatus status) {
		model.addAttribute("engagement", engagement);
		model.addAttribute("begun", engagement.hasBegun(today()));
		model.addAttribute("reviewed", this.consultants.isReviewed(engagement.reference()));
		return new ModelAndView("engagements/review", model.asMap(), status);
	}

	private Engagement engagement(String reference, CurrentUser user) {
		return this.engagements.findByReference(reference, user.client()).orElseThrow(NotFound::new);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
