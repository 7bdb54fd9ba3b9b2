package org.muster.comparison;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.muster.accounts.CurrentUser;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.comparison.Comparisons.Contents;
import org.muster.documents.Documents;
import org.muster.documents.Glyphs;
import org.muster.numbers.NumberRange;
import org.muster.numbers.ReadNumbers;
import org.muster.forms.Inputs;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The honest comparison of a request. */
@Controller
@RequestMapping("/requests/{reference}")
class ComparisonController {

	private final Comparisons comparisons;

	private final SavedComparisons saved;

	private final Requests requests;

	private final Documents documents;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ComparisonController(Comparisons comparisons, SavedComparisons saved, Requests requests, Documents documents,
			ApplicationEventPublisher events, Clock clock) {
		this.comparisons = comparisons;
		this.saved = saved;
		this.requests = requests;
		this.documents = documents;
		this.events = events;
		this.clock = clock;
	}

	@GetMapping("/comparison")
	@Transactional(readOnly = true)
	public String show(@PathVariable String reference, CurrentUser user, Model model) {
		StaffingRequest request = this.requests.require(reference, user);
		show(request, this.comparisons.of(request, user), Map.of(), model);
		return "comparison/show";
	}

	/**
	 * Saves what is assumed otherwise. What is typed as it is usual, or left empty, is no
	 * assumption of the client's own.
	 */
	@PostMapping("/comparison")
	@PreAuthorize("hasAnyRole('MEMBER', 'APPROVER')")
	@Transactional
	public ModelAndView save(@PathVariable String reference, @RequestParam Map<String, String> typed, CurrentUser user,
			Model model) {
		StaffingRequest request = this.requests.requireLocked(reference, user);
		Contents before = this.comparisons.of(request, user);
		Map<Assumption, BigDecimal> own = new EnumMap<>(Assumption.class);
		List<Assumption> wrong = new ArrayList<>();
		for (Assumption one : Assumption.values()) {
			String text = typed.get(one.code());
			ReadNumbers.note("comparison.assumption." + one, one.range(), text, request.currency());
			BigDecimal value = one.range().read(text, request.currency());
			if (value != null) {
				if (value.compareTo(before.usual(one).value()) != 0) {
					own.put(one, value);
				}
			}
			else if (!Inputs.isEmpty(text)) {
				wrong.add(one);
			}
		}
		if (!wrong.isEmpty()) {
			show(request, before, typed, model);
			model.addAttribute("wrong", wrong);
			model.addAttribute("problems", problems(wrong, typed, request.currency()));
			return new ModelAndView("comparison/show", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		SavedComparison known = before.saved().orElse(null);
		long version = (known != null) ? known.version() : -1;
		if (!String.valueOf(version).equals(typed.get("version"))) {
			show(request, this.comparisons.of(request, own, before.saved()), typed, model);
			model.addAttribute("stale", version);
			return new ModelAndView("comparison/show", model.asMap(), HttpStatus.CONFLICT);
		}
		SavedComparison comparison = (known != null) ? known
				: new SavedComparison(request.id(), user, this.clock.instant());
		comparison.assume(own, user, this.clock.instant());
		this.saved.save(comparison);
		this.events
			.publishEvent(new Audited(user.actor(), request.organisationId(), AuditAct.REQUEST_COMPARED, reference,
					own.isEmpty() ? null : String.join(", ", own.keySet().stream().map(Assumption::code).toList())));
		return new ModelAndView("redirect:/requests/" + reference + "/comparison");
	}

	/** Why an amount is wrong, where that is for its currency. */
	private static Map<Assumption, NumberRange.Problem> problems(List<Assumption> wrong, Map<String, String> typed,
			String currency) {
		Map<Assumption, NumberRange.Problem> problems = new EnumMap<>(Assumption.class);
		for (Assumption one : wrong) {
			NumberRange.Problem problem = one.range().problem(typed.get(one.code()), currency);
			if (problem != null && !problem.isOfBounds()) {
				problems.put(one, problem);
			}
		}
		return problems;
	}

	@GetMapping("/comparison.pdf")
	@Transactional(readOnly = true)
	public ResponseEntity<byte[]> document(@PathVariable String reference, CurrentUser user) {
		StaffingRequest request = this.requests.require(reference, user);
		Map<String, Object> model = new HashMap<>(model(request, this.comparisons.of(request, user)));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(reference + "-comparison.pdf").build().toString())
			.body(this.documents.pdf("comparison/document", model, this.clock.instant()));
	}

	@ExceptionHandler
	ModelAndView notComparable(NotComparable refused) {
		return new ModelAndView("comparison/refused",
				Map.of("reference", refused.request(), "currency", refused.currency()), HttpStatus.CONFLICT);
	}

	private void show(StaffingRequest request, Contents contents, Map<String, String> typed, Model model) {
		model.addAllAttributes(model(request, contents));
		model.addAttribute("unprintable", Glyphs.missing(request.title()));
		model.addAttribute("typed", typed);
		model.addAttribute("version", contents.saved().map(SavedComparison::version).orElse(-1L));
	}

	private Map<String, Object> model(StaffingRequest request, Contents contents) {
		Map<String, Object> model = new HashMap<>();
		Ways ways = contents.ways();
		model.put("staffingRequest", request);
		model.put("contents", contents);
		model.put("values", contents.values());
		Map<Assumption, String> written = new EnumMap<>(Assumption.class);
		contents.values().forEach((one, value) -> written.put(one, Assumption.written(value)));
		model.put("written", written);
		model.put("ways", ways);
		model.put("all", Way.values());
		model.put("chart", new Chart(ways));
		model.put("stops", Comparisons.stops(ways.months()));
		model.put("groups", groups());
		model.put("date", this.comparisons.date());
		model.put("verdict", contents.priced() ? Verdict.of(ways) : null);
		return model;
	}

	private static List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		groups.add(new Group("ALL", Assumption.of(null)));
		for (Way way : Way.values()) {
			groups.add(new Group(way.name(), Assumption.of(way)));
		}
		return groups;
	}

	/** Assumptions that stand together. */
	record Group(String name, List<Assumption> assumptions) {
	}

	/**
	 * What the figures come to, for the months that are planned.
	 *
	 * @param rank of augmentation, 1 for the cheapest
	 * @param more what augmentation costs more than the cheapest of the others; negative
	 * where it costs less
	 */
	record Verdict(Way cheapest, Way dearest, int rank, Way best, BigDecimal more) {

		static Verdict of(Ways ways) {
			List<Way> ranking = ways.ranking();
			Way best = ranking.stream().filter((way) -> way != Way.AUGMENTATION).findFirst().orElseThrow();
			return new Verdict(ranking.get(0), ranking.get(2), ranking.indexOf(Way.AUGMENTATION) + 1, best,
					ways.planned(Way.AUGMENTATION).subtract(ways.planned(best)));
		}

		public BigDecimal difference() {
			return this.more.abs();
		}

	}

}
