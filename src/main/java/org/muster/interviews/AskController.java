package org.muster.interviews;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.Inputs;
import org.muster.matching.Shortlists;
import org.muster.requests.Position;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A client asks to meet somebody who is on the shortlist of a position. */
@Controller
@RequestMapping("/requests/{reference}/positions/{number}/interviews")
@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
class AskController {

	private final Requests requests;

	private final Consultants consultants;

	private final Shortlists shortlists;

	private final Meetings meetings;

	private final Diary diary;

	AskController(Requests requests, Consultants consultants, Shortlists shortlists, Meetings meetings, Diary diary) {
		this.requests = requests;
		this.consultants = consultants;
		this.shortlists = shortlists;
		this.meetings = meetings;
		this.diary = diary;
	}

	@GetMapping("/new")
	@Transactional(readOnly = true)
	public ModelAndView form(@PathVariable String reference, @PathVariable int number, @RequestParam String consultant,
			CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user).requireUnderWay();
		Position position = request.requirePosition(number);
		Consultant person = shortlisted(position, consultant);
		Optional<Interview> awaited = this.meetings.awaited(position.id(), person.id());
		if (awaited.isPresent()) {
			return page(awaited.get());
		}
		ZoneId zone = this.diary.zoneOf(request, position);
		model.addAttribute("form", AskForm.empty(zone));
		return form(request, position, person, zone, this.diary.free(person, zone, List.of()), model, HttpStatus.OK);
	}

	/**
	 * Of two clicks the second finds the interview asked for; somebody else, or with
	 * another message, is told of it and keeps what was typed.
	 */
	@PostMapping
	@Transactional
	public ModelAndView ask(@PathVariable String reference, @PathVariable int number, @RequestParam String consultant,
			@Valid @ModelAttribute("form") AskForm form, BindingResult binding,
			@RequestParam(required = false) @Nullable String again, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.requireLocked(reference, user).requireUnderWay();
		Position position = request.requirePosition(number);
		Consultant person = shortlisted(position, consultant);
		Interview awaited = this.meetings.awaited(position.id(), person.id()).orElse(null);
		String message = Inputs.textOrNull(form.message());
		if (awaited != null && awaited.isAsked(form.starts(), message, user)) {
			return page(awaited);
		}
		ZoneId zone = form.zoneOr(this.diary.zoneOf(request, position));
		List<SlotDay> free = this.diary.free(person, zone, form.starts());
		if (awaited != null) {
			model.addAttribute("awaited", awaited);
			return form(request, position, person, zone, free, model, HttpStatus.CONFLICT);
		}
		form.checkZone(binding);
		if (again == null) {
			form.checkTimes(starts(free), binding);
		}
		if (again != null || binding.hasErrors()) {
			return form(request, position, person, zone, free, model,
					binding.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		}
		return page(this.meetings.ask(request, position, person, zone.getId(), form.starts(), message, user));
	}

	/**
	 * @throws NotFound if nobody of that reference is on the shortlist
	 */
	private Consultant shortlisted(Position position, String consultant) {
		return this.consultants.findByReference(consultant)
			.filter((person) -> this.shortlists.existsByPositionIdAndConsultantId(position.id(), person.id()))
			.orElseThrow(NotFound::new);
	}

	private static Set<Instant> starts(List<SlotDay> free) {
		return free.stream().flatMap((day) -> day.slots().stream()).map(Slot::start).collect(Collectors.toSet());
	}

	private static ModelAndView form(StaffingRequest request, Position position, Consultant person, ZoneId zone,
			List<SlotDay> free, Model model, HttpStatus status) {
		model.addAttribute("staffingRequest", request);
		model.addAttribute("position", position);
		model.addAttribute("consultant", person.person());
		model.addAttribute("zone", zone.getId());
		model.addAttribute("days", free);
		model.addAttribute("timeZones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
		return new ModelAndView("interviews/ask", model.asMap(), status);
	}

	private static ModelAndView page(Interview interview) {
		return new ModelAndView("redirect:/interviews/" + interview.reference());
	}

}
