package org.muster.stationery;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.NotFound;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.Inputs;
import org.muster.pictures.UnusablePicture;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Logo and colour of the consultancy's documents. What was sent keeps those it had. */
@Controller
@RequestMapping("/admin/letterhead")
class LetterheadController {

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

	/** To white (WCAG 2.2, 1.4.3). */
	private static final double LEAST_CONTRAST = 4.5;

	private final Letterheads letterheads;

	private final ApplicationEventPublisher events;

	private final Seller seller;

	private final Clock clock;

	LetterheadController(Letterheads letterheads, ApplicationEventPublisher events, Seller seller, Clock clock) {
		this.letterheads = letterheads;
		this.events = events;
		this.seller = seller;
		this.clock = clock;
	}

	@GetMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	String edit(Model model) {
		Letterhead latest = this.letterheads.latest().orElseGet(Letterhead::usual);
		model.addAttribute("letterhead", latest);
		model.addAttribute("colour", latest.colour());
		model.addAttribute("seller", this.seller);
		return "stationery/letterhead";
	}

	/** Without a new picture the logo stays, unless it is to go. */
	@PostMapping
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	@Transactional
	public ModelAndView change(@RequestParam(defaultValue = "") String colour,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = "false") boolean without, CurrentUser user, Model model) throws IOException {
		Letterhead latest = this.letterheads.latest().orElseGet(Letterhead::usual);
		String typed = Inputs.text(colour).toLowerCase(Locale.ROOT);
		byte[] logo = without ? null : latest.logo();
		String problem = problem(typed);
		if (problem == null && file != null && !file.isEmpty()) {
			try {
				logo = Logo.of(file);
			}
			catch (UnusablePicture ex) {
				problem = ex.key();
				model.addAttribute("problemArguments", ex.arguments().toArray());
			}
		}
		if (problem != null) {
			edit(model);
			model.addAttribute("colour", colour);
			model.addAttribute("problem", problem);
			return new ModelAndView("stationery/letterhead", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		int number = this.letterheads.add(typed, logo, user.name(), this.clock.instant());
		this.events
			.publishEvent(new Audited(user.actor(), null, AuditAct.LETTERHEAD_CHANGED, String.valueOf(number), null));
		return new ModelAndView("redirect:/admin/letterhead");
	}

	@GetMapping("/{number}/logo.png")
	@PreAuthorize("hasRole('ADMINISTRATOR')")
	ResponseEntity<byte[]> logo(@PathVariable int number) {
		byte[] logo = this.letterheads.find(number).map(Letterhead::logo).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate())
			.body(logo);
	}

	private static @Nullable String problem(String colour) {
		if (!COLOUR.matcher(colour).matches()) {
			return "stationery.letterhead.colour.wrong";
		}
		return (contrastToWhite(colour) < LEAST_CONTRAST) ? "stationery.letterhead.colour.light" : null;
	}

	/** (1 + 0.05) ÷ (L + 0.05), L being the relative luminance of WCAG 2.2. */
	static double contrastToWhite(String colour) {
		double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
		return 1.05 / (luminance + 0.05);
	}

	private static double linear(String colour, int at) {
		double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
		return (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

}
