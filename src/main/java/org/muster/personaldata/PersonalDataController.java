package org.muster.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.forms.Inputs;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person may ask of us: all that we hold on them, and that we forget it. */
@Controller
@RequestMapping("/admin/consultants/{reference}")
class PersonalDataController {

	private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Consultants consultants;

	private final List<PersonalData> holders;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	PersonalDataController(Consultants consultants, List<PersonalData> holders, Clock clock,
			ApplicationEventPublisher events) {
		this.events = events;
		this.consultants = consultants;
		this.holders = holders;
		this.clock = clock;
	}

	@GetMapping("/personal-data.json")
	@Transactional
	public ResponseEntity<byte[]> export(@PathVariable String reference, CurrentUser user) {
		long id = this.consultants.idOf(reference).orElseThrow(NotFound::new);
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("reference", reference);
		all.put("exported_at", this.clock.instant().toString());
		this.holders.forEach((holder) -> all.putAll(holder.of(id)));
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_EXPORTED, reference, null));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + reference + ".json\"")
			.body(JSON.writeValueAsBytes(all));
	}

	@GetMapping("/erasure")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	@Transactional(readOnly = true)
	public String ask(@PathVariable String reference, Model model) {
		return page(consultant(reference), model);
	}

	private String page(Consultant consultant, Model model) {
		model.addAttribute("consultant", consultant);
		model.addAttribute("engaged", isEngaged(consultant.id()));
		return "personaldata/erasure";
	}

	private boolean isEngaged(long id) {
		LocalDate today = LocalDate.now(this.clock);
		return this.consultants.absencesOf(List.of(id), today).stream().anyMatch((absence) -> !absence.isOwn());
	}

	/** Asks for the reference, typed: this cannot be undone. */
	@PostMapping("/erasure")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	@Transactional(isolation = Isolation.READ_COMMITTED)
	public ModelAndView erase(@PathVariable String reference, @RequestParam(defaultValue = "") String confirmation,
			CurrentUser user, Model model, RedirectAttributes flash) {
		Consultant consultant = consultant(reference);
		// Nobody is offered or engaged between the question and the deed.
		this.consultants.lock(consultant.id());
		boolean engaged = isEngaged(consultant.id());
		if (engaged || !Inputs.text(confirmation).equalsIgnoreCase(reference)) {
			model.addAttribute("typed", confirmation);
			return new ModelAndView(page(consultant, model), model.asMap(),
					engaged ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		}
		long id = consultant.id();
		String neutral = "Former consultant " + reference;
		ConsultantForgotten forgotten = new ConsultantForgotten(id, consultant.name(), consultant.email(),
				consultant.phone());
		this.events.publishEvent(new ConsultantErased(id, consultant.name(), neutral));
		this.holders.forEach((holder) -> holder.erase(id, neutral));
		this.events.publishEvent(forgotten);
		this.events.publishEvent(new Audited(user.actor(), null, AuditAct.CONSULTANT_ERASED, reference, null));
		flash.addFlashAttribute("erased", reference);
		return new ModelAndView("redirect:/admin/erasures/" + reference);
	}

	private Consultant consultant(String reference) {
		return this.consultants.findByReference(reference).orElseThrow(NotFound::new);
	}

}
