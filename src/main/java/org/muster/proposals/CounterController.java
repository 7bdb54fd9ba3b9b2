package org.muster.proposals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.discussion.Discussion;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.matching.Shortlisted;
import org.muster.matching.Shortlists;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What clients would have otherwise in an offer, and what both sides say about it. */
@Controller
@RequestMapping("/proposals/{reference}")
class CounterController {

	private static final String CLIENT = "hasAnyRole('MEMBER', 'APPROVER')";

	private static final String STAFF = "hasAnyRole('ACCOUNT_MANAGER', 'ADMINISTRATOR')";

	private static final int LONGEST_ANSWER = 1000;

	private final Negotiations negotiations;

	private final CounterAnswers answers;

	private final Proposals proposals;

	private final Requests requests;

	private final Shortlists shortlists;

	private final ClientClock clientClock;

	private final Discussion discussion;

	private final ProposalPage page;

	private final Formats formats;

	CounterController(Negotiations negotiations, CounterAnswers answers, Proposals proposals, Requests requests,
			Shortlists shortlists, ClientClock clientClock, Discussion discussion, ProposalPage page, Formats formats) {
		this.formats = formats;
		this.negotiations = negotiations;
		this.answers = answers;
		this.proposals = proposals;
		this.requests = requests;
		this.shortlists = shortlists;
		this.clientClock = clientClock;
		this.discussion = discussion;
		this.page = page;
	}

	@GetMapping("/counter-proposals/new")
	@PreAuthorize(CLIENT)
	@Transactional(readOnly = true)
	public ModelAndView write(@PathVariable String reference, @RequestParam int revision, CurrentUser user,
			Model model) {
		Proposal proposal = this.proposals.require(reference, user);
		ProposalRevision offer = open(proposal, revision);
		model.addAttribute("form", CounterForm.of(offer));
		return form(proposal, offer, others(proposal, offer, user), model, HttpStatus.OK);
	}

	@PostMapping("/counter-proposals")
	@PreAuthorize(CLIENT)
	@Transactional
	public ModelAndView ask(@PathVariable String reference, @Valid @ModelAttribute("form") CounterForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Proposal proposal = this.proposals.require(reference, user);
		Integer number = form.revision();
		if (number == null) {
			throw new NotFound();
		}
		ProposalRevision newer = newer(proposal, number).orElse(null);
		if (newer != null) {
			CounterForm on = form.on(proposal.requireRevision(number), newer);
			model.addAttribute("form", on);
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(on, "form"));
			model.addAttribute("superseded", number);
			return form(proposal, newer, others(proposal, newer, user), model, HttpStatus.CONFLICT);
		}
		ProposalRevision offer = open(proposal, number);
		Map<Integer, Map<String, String>> others = others(proposal, offer, user);
		form.check(binding, offer,
				others.values().stream().flatMap((names) -> names.keySet().stream()).collect(Collectors.toSet()),
				this.clientClock.today(proposal));
		if (!binding.hasErrors()) {
			this.negotiations.ask(reference, number, form.wishes(offer), Inputs.text(form.reason()), user)
				.ifPresent((waiting) -> binding.reject("proposals.counter.already", new Object[] { waiting.byName(),
						this.formats.by(this.clientClock.zone(proposal.organisationId())).time(waiting.createdAt()) },
						null));
		}
		return binding.hasErrors() ? form(proposal, offer, others, model, HttpStatus.UNPROCESSABLE_CONTENT)
				: new ModelAndView("redirect:/proposals/" + reference + "?revision=" + number + "#counter");
	}

	@PostMapping("/counter-proposals/{id}/removal")
	@PreAuthorize(CLIENT)
	String takeBack(@PathVariable String reference, @PathVariable long id, CurrentUser user) {
		this.negotiations.takeBack(reference, id, user);
		return "redirect:/proposals/" + reference + "#counter";
	}

	@PostMapping("/counter-proposals/{id}/revision")
	@PreAuthorize(STAFF)
	String answer(@PathVariable String reference, @PathVariable long id, CurrentUser user,
			RedirectAttributes redirect) {
		CounterAnswers.Answered answered = this.answers.answer(reference, id, user);
		redirect.addFlashAttribute("nobody", String.join(", ", answered.nobody()));
		redirect.addFlashAttribute("absent", String.join(", ", answered.absent()));
		if (answered.put() || answered.absent().isEmpty()) {
			redirect.addFlashAttribute("countered", answered.put());
		}
		return "redirect:/proposals/" + reference + "/draft?revision=" + answered.revision();
	}

	/** Without a reason nothing is refused. */
	@PostMapping("/counter-proposals/{id}/refusal")
	@PreAuthorize(STAFF)
	@Transactional
	public ModelAndView refuse(@PathVariable String reference, @PathVariable long id,
			@RequestParam(defaultValue = "") String answer, CurrentUser user, Model model) {
		String typed = Inputs.text(answer);
		if (typed.isEmpty() || typed.length() > LONGEST_ANSWER) {
			model.addAttribute("problem", "proposals.counter.answer.wrong");
			model.addAttribute("typedAnswer", answer);
			return again(reference, user, model);
		}
		this.negotiations.refuse(reference, id, typed, user);
		return new ModelAndView("redirect:/proposals/" + reference + "#counter");
	}

	/** What is said beside an offer is heard by both sides. */
	@PostMapping("/comments")
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public ModelAndView say(@PathVariable String reference, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "" + Long.MAX_VALUE) long seen, CurrentUser user, Model model) {
		Proposal proposal = this.proposals.require(reference, user);
		StaffingRequest request = this.requests.requireLocked(proposal.requestId(), user.viewer());
		String problem = this.discussion.problem(request, text);
		if (problem != null) {
			model.addAttribute("problem", problem);
			model.addAttribute("typedText", text);
			return again(reference, user, model);
		}
		this.discussion.say(request, reference, Inputs.text(text), "/proposals/" + reference + "#thread", seen, user);
		return new ModelAndView("redirect:/proposals/" + reference + "#thread");
	}

	private ModelAndView again(String reference, CurrentUser user, Model model) {
		this.page.show(model, reference, null, user);
		return new ModelAndView("proposals/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * What has taken the place of an offer, if it is open: the same alternative, or the
	 * first.
	 */
	private Optional<ProposalRevision> newer(Proposal proposal, int number) {
		ProposalRevision old = proposal.sent()
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElse(null);
		if (old == null || old.status() != ProposalStatus.SUPERSEDED) {
			return Optional.empty();
		}
		List<ProposalRevision> open = proposal.revisions()
			.stream()
			.filter((one) -> one.isOpen(this.clientClock.today(proposal)))
			.toList();
		return open.stream()
			.filter((one) -> Objects.equals(one.alternative(), old.alternative()))
			.findFirst()
			.or(() -> open.stream().findFirst());
	}

	private ProposalRevision open(Proposal proposal, int number) {
		ProposalRevision offer = proposal.sent()
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(NotFound::new);
		if (!offer.isOpen(this.clientClock.today(proposal))) {
			throw offer.refused();
		}
		return offer;
	}

	private static ModelAndView form(Proposal proposal, ProposalRevision offer,
			Map<Integer, Map<String, String>> others, Model model, HttpStatus status) {
		model.addAttribute("proposal", proposal);
		model.addAttribute("revision", offer);
		model.addAttribute("others", others);
		return new ModelAndView("proposals/counter", model.asMap(), status);
	}

	/**
	 * Names by reference of those on the shortlists who are not in the offer, by line.
	 */
	private Map<Integer, Map<String, String>> others(Proposal proposal, ProposalRevision offer, CurrentUser user) {
		StaffingRequest request = request(proposal, user);
		Map<Long, List<Shortlisted>> kept = this.shortlists.of(request.positions().stream().map(Position::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Shortlisted::positionId));
		Set<Long> there = offer.lines().stream().map(ProposalLine::consultantId).collect(Collectors.toSet());
		Map<Integer, Map<String, String>> others = new LinkedHashMap<>();
		for (ProposalLine line : offer.lines()) {
			List<Shortlisted> names = new ArrayList<>();
			request.positions()
				.stream()
				.filter((position) -> position.number() == line.positionNumber())
				.forEach((position) -> names.addAll(Objects.requireNonNullElse(kept.get(position.id()), List.of())));
			Map<String, String> offered = new LinkedHashMap<>();
			names.stream()
				.filter((one) -> !there.contains(one.consultantId()))
				.forEach((one) -> offered.put(one.reference(), one.name()));
			others.put(line.number(), offered);
		}
		return others;
	}

	private StaffingRequest request(Proposal proposal, CurrentUser user) {
		return this.requests.require(proposal.requestId(), user.viewer());
	}

}
