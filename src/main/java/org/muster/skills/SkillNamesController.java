package org.muster.skills;

import java.time.Duration;
import java.util.List;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names that fields offer while somebody types a skill. */
@RestController
class SkillNamesController {

	private final Taxonomy taxonomy;

	SkillNamesController(Taxonomy taxonomy) {
		this.taxonomy = taxonomy;
	}

	@GetMapping("/skills/names")
	ResponseEntity<List<String>> names() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
			.body(this.taxonomy.all().stream().map(Skill::name).toList());
	}

}
