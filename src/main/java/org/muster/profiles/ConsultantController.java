package org.muster.profiles;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.availability.Availability;
import org.muster.calendar.HolidayCalendar;
import org.muster.consultants.Candidate;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;
import org.muster.consultants.SkillHeld;
import org.muster.money.DayRate;
import org.muster.skills.SkillKind;
import org.muster.skills.Taxonomy;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A profile, as clients and the consultancy's people read it: rates paid and contacts are
 * for the latter only.
 */
@Controller
@RequestMapping("/consultants")
class ConsultantController {

	private final Consultants consultants;

	private final Pool pool;

	private final Certifications certifications;

	private final Projects projects;

	private final Notes notes;

	private final Photos photos;

	private final Taxonomy taxonomy;

	private final HolidayCalendar calendar;

	private final Clock clock;

	ConsultantController(Consultants consultants, Pool pool, Certifications certifications, Projects projects,
			Notes notes, Photos photos, Taxonomy taxonomy, HolidayCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.consultants = consultants;
		this.pool = pool;
		this.certifications = certifications;
		this.projects = projects;
		this.notes = notes;
		this.photos = photos;
		this.taxonomy = taxonomy;
		this.clock = clock;
	}

	@GetMapping("/{reference}")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, CurrentUser user, Model model) {
		long id = this.consultants.idOf(reference).orElseThrow(NotFound::new);
		Candidate candidate = this.pool.some(List.of(id)).get(0);
		LocalDate today = LocalDate.now(this.clock);
		Availability availability = Availability.of(today, candidate.absences(), candidate.availableFrom(),
				candidate.place(), this.calendar);
		model.addAttribute("profile", ClientProfile.of(candidate));
		model.addAttribute("starts", candidate.capacity().steps(today));
		model.addAttribute("today", today);
		model.addAttribute("skills", byKind(candidate));
		model.addAttribute("taxonomy", this.taxonomy);
		model.addAttribute("reviews", this.consultants.reviewsOf(List.of(id)));
		model.addAttribute("certifications", this.certifications.findByConsultantIdOrderByObtainedOnDescId(id));
		List<Project> projects = this.projects.ofConsultant(id);
		model.addAttribute("projects", projects.stream().map(ClientProject::of).toList());
		model.addAttribute("hasPhoto", this.photos.exists(id));
		model.addAttribute("availability", user.isClient() ? availability.withoutReasons() : availability);
		if (!user.isClient()) {
			Consultant consultant = this.consultants.findByReference(reference).orElseThrow(NotFound::new);
			model.addAttribute("confidential", consultant);
			model.addAttribute("candidate", candidate);
			model.addAttribute("customers", customers(projects));
			model.addAttribute("rates", consultant.rates());
			model.addAttribute("notes", this.notes.findByConsultantIdOrderByIdDesc(id));
			model.addAttribute("margin", DayRate.marginPercent(candidate.billRate(), candidate.payRate()));
		}
		return "profiles/show";
	}

	/** By the id of the project. */
	private static Map<Long, String> customers(List<Project> projects) {
		Map<Long, String> customers = new HashMap<>();
		projects.forEach((project) -> {
			String customer = project.customer();
			if (customer != null) {
				customers.put(project.id(), customer);
			}
		});
		return customers;
	}

	private Map<SkillKind, List<SkillHeld>> byKind(Candidate candidate) {
		return candidate.skills()
			.values()
			.stream()
			.sorted(SkillHeld.BEST_FIRST)
			.collect(Collectors.groupingBy((held) -> this.taxonomy.get(held.skillId()).kind(), TreeMap::new,
					Collectors.toList()));
	}

	@GetMapping("/{reference}/photo")
	ResponseEntity<byte[]> photo(@PathVariable String reference) {
		long id = this.consultants.idOf(reference).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
			.body(this.photos.find(id).orElseThrow(NotFound::new));
	}

}
