package org.muster.booking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.availability.AbsenceKind;
import org.muster.availability.AbsenceRow;
import org.muster.availability.Availability;
import org.muster.calendar.HolidayCalendar;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.Formats;
import org.muster.forms.Inputs;
import org.muster.icalendar.CalendarContents;
import org.muster.icalendar.CalendarReader;
import org.muster.icalendar.CalendarUpdate;
import org.muster.icalendar.CalendarWriter;
import org.muster.icalendar.UnreadableCalendar;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When a person is to be had: the calendar, and what is entered into it. */
@Controller
@RequestMapping("/admin/consultants/{reference}/availability")
class AvailabilityController {

	private static final int PAST_DAYS = 31;

	/** Of a calendar, in bytes. */
	private static final long LARGEST = 2L * 1024 * 1024;

	private final Consultants consultants;

	private final Formats formats;

	private final HolidayCalendar calendar;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final BookingSources sources;

	AvailabilityController(Consultants consultants, Formats formats, BookingSources sources, HolidayCalendar calendar,
			ApplicationEventPublisher events, Clock clock) {
		this.events = events;
		this.sources = sources;
		this.calendar = calendar;
		this.consultants = consultants;
		this.formats = formats;
		this.clock = clock;
	}

	@GetMapping
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, @RequestParam(required = false) @Nullable Integer past,
			Model model) {
		Consultant consultant = consultant(reference);
		model.addAttribute("form", AbsenceForm.empty(consultant.place()));
		Slice<AbsenceRow> over = (past != null)
				? this.consultants.pastAbsencesOf(consultant.id(), since(), Inputs.page(past, Sort.unsorted())) : null;
		model.addAttribute("past", over);
		return page(consultant, (over != null) ? over.getContent() : List.of(), model);
	}

	private String page(Consultant consultant, List<AbsenceRow> past, Model model) {
		List<AbsenceRow> absences = this.consultants.absencesOf(List.of(consultant.id()), since());
		model.addAttribute("consultant", consultant);
		model.addAttribute("absences", absences);
		model.addAttribute("bookedFor",
				this.sources.of(Stream.concat(absences.stream(), past.stream())
					.map(AbsenceRow::source)
					.filter(Objects::nonNull)
					.toList()));
		model.addAttribute("kinds",
				Arrays.stream(AbsenceKind.values()).filter((kind) -> kind != AbsenceKind.ENGAGED).toList());
		model.addAttribute("availability", Availability.of(LocalDate.now(this.clock), absences,
				consultant.availableFrom(), consultant.place(), this.calendar));
		return "booking/availability";
	}

	/** From when on absences are shown at once: of older ones there may be many. */
	private LocalDate since() {
		return LocalDate.now(this.clock).minusDays(PAST_DAYS);
	}

	/** Of two clicks the second finds it entered. */
	@PostMapping
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public ModelAndView enter(@PathVariable String reference, @Valid @ModelAttribute("form") AbsenceForm form,
			BindingResult binding, CurrentUser user, Model model) {
		Consultant consultant = consultant(reference);
		form.check(binding);
		if (binding.hasErrors()) {
			return new ModelAndView(page(consultant, List.of(), model), model.asMap(),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.consultants.lock(consultant.id());
		if (consultant.absent(form.kind(), form.period(), form.allocation())) {
			this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_ABSENT, reference,
					this.formats.date(form.period().from()) + " – " + this.formats.date(form.period().to())));
			if (form.kind() == AbsenceKind.HELD) {
				this.events.publishEvent(new HoldsChanged(consultant.id()));
			}
		}
		return back(reference);
	}

	/** Of two clicks the second finds nothing left to remove. */
	@PostMapping("/{absence}/removal")
	@Transactional
	public ModelAndView remove(@PathVariable String reference, @PathVariable long absence, CurrentUser user) {
		consultant(reference).present(absence).ifPresent((gone) -> {
			this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_PRESENT, reference,
					this.formats.date(gone.startsOn()) + " – " + this.formats.date(gone.endsOn())));
			if (gone.kind() == AbsenceKind.HELD) {
				this.events.publishEvent(new HoldsChanged(gone.consultantId()));
			}
		});
		return back(reference);
	}

	@GetMapping("/calendar.ics")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> calendar(@PathVariable String reference) {
		Consultant consultant = consultant(reference);
		String calendar = new CalendarWriter(reference, consultant.name(), ZoneId.of(consultant.timeZone()),
				this.clock.instant())
			.write(this.consultants.absencesOf(List.of(consultant.id()), since()));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reference + ".ics\"")
			.body(calendar.getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping("/calendar")
	@Transactional
	public ModelAndView read(@PathVariable String reference, @RequestParam MultipartFile file, CurrentUser user,
			RedirectAttributes flash) throws IOException {
		Consultant consultant = consultant(reference);
		if (file.isEmpty() || file.getSize() > LARGEST) {
			flash.addFlashAttribute("problem", file.isEmpty() ? "icalendar.empty" : "icalendar.large");
			return back(reference);
		}
		try {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneId.of(consultant.timeZone()));
			CalendarContents calendar = reader(consultant, today)
				.read(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
			CalendarUpdate update = consultant.follow(calendar, today);
			if (update.isChange()) {
				this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_ABSENT, reference,
						file.getOriginalFilename()));
			}
			flash.addFlashAttribute("update", update);
			flash.addFlashAttribute("skipped", calendar.skipped(update));
			flash.addFlashAttribute("zones", calendar.zones());
			flash.addFlashAttribute("homes", calendar.homes());
			flash.addFlashAttribute("clock", consultant.timeZone());
			flash.addFlashAttribute("cut", calendar.cut());
		}
		catch (UnreadableCalendar ex) {
			flash.addFlashAttribute("problem", ex.key());
		}
		return back(reference);
	}

	private CalendarReader reader(Consultant consultant, LocalDate today) {
		return new CalendarReader(today, ZoneId.of(consultant.timeZone()), consultant.email(),
				CalendarWriter.wrote(consultant.reference(), this.consultants.absencesOf(List.of(consultant.id()))));
	}

	private static ModelAndView back(String reference) {
		return new ModelAndView("redirect:/admin/consultants/" + reference + "/availability");
	}

	private Consultant consultant(String reference) {
		return this.consultants.findByReference(reference).orElseThrow(NotFound::new);
	}

}
