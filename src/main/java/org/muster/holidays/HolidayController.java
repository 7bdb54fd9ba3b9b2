package org.muster.holidays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.validation.Valid;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HolidayCorrection;
import org.muster.calendar.HolidayCorrection.Kind;
import org.muster.calendar.Period;
import org.muster.calendar.Place;
import org.muster.calendar.PublicHolidays;
import org.muster.forms.Formats;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The public holidays of a place in a year, and what administrators correct in them. */
@Controller
@RequestMapping("/admin/holidays")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class HolidayController {

	private static final int MOST_CORRECTIONS = 500;

	private final HolidayCalendar calendar;

	private final ApplicationEventPublisher events;

	private final Formats formats;

	private final Clock clock;

	HolidayController(HolidayCalendar calendar, ApplicationEventPublisher events, Formats formats, Clock clock) {
		this.calendar = calendar;
		this.events = events;
		this.formats = formats;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String country, @RequestParam(defaultValue = "") String region,
			@RequestParam(defaultValue = "0") int year, Model model) {
		model.addAttribute("form", CorrectionForm.empty());
		String code = Inputs.text(country).isEmpty() ? this.formats.countries().get(0) : Inputs.text(country);
		return page(place(code, region).or(() -> place(code, "")).orElseThrow(NotFound::new), year, model,
				HttpStatus.OK);
	}

	@PostMapping("/corrections")
	@Transactional
	public ModelAndView correct(@RequestParam(defaultValue = "") String country,
			@RequestParam(defaultValue = "") String region, @Valid @ModelAttribute("form") CorrectionForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Place place = place(country, region).orElseThrow(NotFound::new);
		form.check(binding);
		if (this.calendar.corrections(place.country()).size() >= MOST_CORRECTIONS) {
			binding.reject("holidays.many");
		}
		LocalDate day = Inputs.date(form.date());
		int year = (day != null) ? day.getYear() : 0;
		if (!binding.hasErrors()) {
			HolidayCorrection correction = form.correction(place, user.name(), this.clock.instant());
			if (this.calendar.isWithoutEffect(correction)) {
				binding.rejectValue("date", "holidays.nothing." + correction.kind());
			}
			else {
				this.calendar.correct(correction);
			}
		}
		if (binding.hasErrors()) {
			return page(place, year, model, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.HOLIDAY_CORRECTED, code(place),
				this.formats.date(day) + ": " + Inputs.text(form.reason())));
		return back(place, year);
	}

	/** Of two clicks the second finds nothing left to withdraw. */
	@PostMapping("/corrections/{id}/withdrawal")
	@Transactional
	public ModelAndView withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String country,
			@RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "0") int year,
			CurrentUser user) {
		Place place = place(country, region).orElseThrow(NotFound::new);
		if (this.calendar.withdraw(id, user.name(), this.clock.instant())) {
			this.events.publishEvent(new Audited(user.actor(), null, AuditAct.HOLIDAY_CORRECTION_WITHDRAWN, code(place),
					String.valueOf(id)));
		}
		return back(place, year);
	}

	private static Optional<Place> place(String country, String region) {
		return Optional.of(new Place(Inputs.text(country), Inputs.textOrNull(region))).filter(PublicHolidays::knows);
	}

	private static String code(Place place) {
		return (place.region() != null) ? place.country() + "." + place.region() : place.country();
	}

	private ModelAndView page(Place place, int asked, Model model, HttpStatus status) {
		int today = LocalDate.now(this.clock).getYear();
		int year = (asked < CorrectionForm.EARLIEST || asked > CorrectionForm.LATEST) ? today : asked;
		Period whole = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
		model.addAttribute("place", place);
		model.addAttribute("year", year);
		model.addAttribute("regions", PublicHolidays.choices(place.country(), place.region()));
		model.addAttribute("holidays", new TreeMap<>(this.calendar.during(whole, place)));
		model.addAttribute("notice", this.calendar.notice(whole, place));
		model.addAttribute("corrections", this.calendar.corrections(place.country()));
		model.addAttribute("kinds", Kind.values());
		return new ModelAndView("holidays/list", model.asMap(), status);
	}

	private static ModelAndView back(Place place, int year) {
		return new ModelAndView("redirect:" + UriComponentsBuilder.fromPath("/admin/holidays")
			.queryParam("country", place.country())
			.queryParamIfPresent("region", Optional.ofNullable(place.region()))
			.queryParam("year", year)
			.encode()
			.toUriString());
	}

}
