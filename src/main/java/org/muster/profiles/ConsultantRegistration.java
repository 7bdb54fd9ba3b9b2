package org.muster.profiles;

import java.time.Clock;
import java.time.LocalDate;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.audit.References;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.MailAddresses;
import org.muster.skills.Taxonomy;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.LanguageLevel;
import org.muster.vocabulary.Languages;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;

/** Takes people into the pool as the form of a profile says, wherever it was filled. */
@Component
public class ConsultantRegistration {

	private final Consultants consultants;

	private final Projects projects;

	private final Certifications certifications;

	private final Taxonomy taxonomy;

	private final Validator validator;

	private final References references;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final String currency;

	ConsultantRegistration(Consultants consultants, Projects projects, Certifications certifications, Taxonomy taxonomy,
			@Qualifier("mvcValidator") Validator validator, References references, ApplicationEventPublisher events,
			Clock clock, @Value("${muster.currency}") String currency) {
		this.consultants = consultants;
		this.projects = projects;
		this.certifications = certifications;
		this.taxonomy = taxonomy;
		this.validator = validator;
		this.references = references;
		this.events = events;
		this.clock = clock;
		this.currency = currency;
	}

	/** What the form of a profile offers to choose from. */
	public void choices(Model model) {
		model.addAttribute("roles", JobRole.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("modes", WorkMode.values());
		model.addAttribute("employments", Employment.values());
		model.addAttribute("levels", LanguageLevel.values());
		model.addAttribute("languages", Languages.OFFERED);
		model.addAttribute("currency", this.currency);
	}

	/**
	 * Says what is wrong with a form beyond its single fields.
	 * @param reference of the person whose e-mail it may be; empty for somebody new
	 */
	public void check(ConsultantForm form, BindingResult binding, String reference) {
		String paidIn = this.consultants.findByReference(reference).map(Consultant::currency).orElse(this.currency);
		form.check(binding, this.taxonomy, paidIn, LocalDate.now(this.clock));
		if (!binding.hasFieldErrors("email")
				&& this.consultants.existsByEmailAndReferenceNot(MailAddresses.normal(form.email()), reference)) {
			binding.rejectValue("email", "consultants.email.taken");
		}
	}

	/** Says what is wrong with what is taken over; the rest is nobody's concern. */
	public void check(ProfileHistory history, BindingResult binding) {
		history.projectsTaken((path, form) -> {
			binding.pushNestedPath(path);
			this.validator.validate(form, binding);
			form.check(binding, this.taxonomy);
			binding.popNestedPath();
		});
		history.certificationsTaken((path, form) -> {
			binding.pushNestedPath(path);
			this.validator.validate(form, binding);
			form.check(binding);
			binding.popNestedPath();
		});
	}

	/**
	 * Adds somebody with what the person has done before, within the transaction of the
	 * act.
	 * @param form checked and without errors
	 * @param history checked and without errors
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Consultant admit(ConsultantForm form, ProfileHistory history, CurrentUser user) {
		Consultant added = admit(form, user);
		history.projectsTaken((path, project) -> {
			Project done = new Project(added.id());
			project.fill(done, this.taxonomy);
			this.projects.save(done);
		});
		history.certificationsTaken((path, one) -> this.certifications.save(one.certification(added.id())));
		return added;
	}

	/**
	 * Adds somebody, within the transaction of the act.
	 * @param form checked and without errors
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Consultant admit(ConsultantForm form, CurrentUser user) {
		Consultant added = this.consultants
			.save(new Consultant(this.references.drawLasting("C", this.consultants::existsByReference),
					form.profile(this.taxonomy, this.currency, LocalDate.now(this.clock).getYear()),
					form.rates(this.currency), user.name(), this.clock));
		this.events
			.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_ADDED, added.reference(), added.name()));
		return added;
	}

}
