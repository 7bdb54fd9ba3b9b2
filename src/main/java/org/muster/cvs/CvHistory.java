package org.muster.cvs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.muster.forms.Inputs;
import org.muster.numbers.WordPattern;
import org.muster.cvs.CvText.Job;
import org.muster.cvs.CvText.Line;
import org.muster.cvs.CvText.Section;
import org.muster.profiles.CertificationForm;
import org.muster.profiles.ProfileHistory;
import org.muster.profiles.ProfileHistory.CertificationRow;
import org.muster.profiles.ProfileHistory.ProjectRow;
import org.muster.profiles.ProjectForm;
import org.muster.skills.SkillMention;
import org.muster.vocabulary.ProfileWords;

/** Reads past projects and certifications out of a CV. */
final class CvHistory {

	private static final int MOST_PROJECTS = 12;

	private static final int MOST_CERTIFICATIONS = 20;

	private static final int MOST_SKILLS = 20;

	private static final int LONGEST_NAME = 120;

	private static final int LONGEST_DESCRIPTION = 4000;

	private static final Pattern BULLET = Pattern.compile("^[\\s•·*–—-]+");

	/** What stands between what was done and for whom. */
	private static final Pattern BETWEEN = Pattern.compile("\\s*[,|•@()]\\s*|\\s+(?:[–—-]|at|by)\\s+");

	/** What people are called by what they do. */
	private static final Pattern WORK = WordPattern.compile(
			"\\b(?:developer|engineer|programmer|architect|consultant|analyst|administrator|designer|tester|manager|lead|specialist|scientist|intern|trainee|coach|freelancer?)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern DATED = Pattern.compile("[\\s,;|(–—-]*(?:issued|obtained|earned)?[\\s:]*$",
			Pattern.CASE_INSENSITIVE);

	/** Who issues what is called so; the first that fits. */
	private static final List<Issuer> ISSUERS = List.of(new Issuer("AWS|Amazon", "Amazon Web Services"),
			new Issuer("Azure|Microsoft|AZ-\\d{3}", "Microsoft"), new Issuer("Google|GCP", "Google Cloud"),
			new Issuer("Oracle|OCA|OCP|OCI", "Oracle"), new Issuer("Red Hat|RHCE|RHCSA", "Red Hat"),
			new Issuer("HashiCorp|Terraform|Vault", "HashiCorp"),
			new Issuer("CKA|CKAD|CKS|KCNA|Kubernetes", "Cloud Native Computing Foundation"),
			new Issuer("PSM|PSPO|PSD|Professional Scrum", "Scrum.org"),
			new Issuer("CSM|CSPO|Certified Scrum", "Scrum Alliance"), new Issuer("ISTQB", "ISTQB"),
			new Issuer("Cisco|CCNA|CCNP", "Cisco"), new Issuer("PMP|PMI(?:-ACP)?", "Project Management Institute"),
			new Issuer("ITIL|PRINCE2", "PeopleCert"), new Issuer("SAFe", "Scaled Agile"),
			new Issuer("TOGAF", "The Open Group"), new Issuer("MongoDB", "MongoDB"), new Issuer("CISSP", "ISC2"));

	private record Issuer(Pattern words, String name) {

		Issuer(String words, String name) {
			this(WordPattern.compile("\\b(?:" + words + ")\\b"), name);
		}

	}

	private final CvText cv;

	private final Passages passages;

	CvHistory(CvText cv, Passages passages) {
		this.cv = cv;
		this.passages = passages;
	}

	/**
	 * @param works the latest first
	 */
	ProfileHistory read(List<Job> works, List<SkillMention> mentions) {
		List<ProjectRow> projects = works.stream().limit(MOST_PROJECTS).map((job) -> project(job, mentions)).toList();
		List<CertificationRow> certifications = new ArrayList<>();
		this.cv.in(Section.CERTIFICATIONS)
			.limit(MOST_CERTIFICATIONS)
			.forEach((line) -> certification(line).ifPresent(certifications::add));
		return new ProfileHistory(projects, certifications);
	}

	private ProjectRow project(Job job, List<SkillMention> mentions) {
		List<String> parts = Arrays.stream(BETWEEN.split(job.title())).filter((part) -> !part.isBlank()).toList();
		Optional<String> role = parts.stream()
			.filter((part) -> ProfileWords.roleWithin(part).isPresent() || WORK.matcher(part).find())
			.findFirst();
		String title = role.orElse(job.title());
		String customer = role.isPresent()
				? parts.stream().filter((part) -> !part.equals(title)).collect(Collectors.joining(", ")) : "";
		String description = Inputs.cut(String.join("\n", this.cv.told(job)), LONGEST_DESCRIPTION);
		String skills = mentions.stream()
			.filter((mention) -> mention.start() >= job.start() && mention.start() < job.end())
			.map((mention) -> mention.skill().name())
			.distinct()
			.limit(MOST_SKILLS)
			.collect(Collectors.joining(", "));
		LocalDate end = job.endsOn();
		this.passages.found("consultants.projects", title, this.cv.lineAt(job.start()).text());
		return new ProjectRow(!title.isEmpty() && !description.isEmpty(),
				new ProjectForm(Inputs.cut(title, LONGEST_NAME), Inputs.cut(customer, LONGEST_NAME),
						job.startsOn().toString(), (end != null) ? end.toString() : "", description, skills));
	}

	private Optional<CertificationRow> certification(Line line) {
		String text = BULLET.matcher(line.text()).replaceFirst("");
		Optional<CvDates.Said> said = CvDates.within(text);
		String named = said
			.map((date) -> DATED.matcher(text.substring(0, date.from())).replaceFirst("")
					+ text.substring(date.to()).replaceFirst("^[\\s):–—-]+", ""))
			.orElse(text);
		List<String> parts = Arrays.stream(named.split("\\s*[,|;]\\s*|\\s+(?:by|from)\\s+"))
			.map((part) -> part.replaceAll("\\s*\\([^)]*\\)?|[\\s).]+$", ""))
			.filter((part) -> !part.isBlank())
			.toList();
		if (parts.isEmpty() || parts.get(0).length() < 3) {
			return Optional.empty();
		}
		String name = Inputs.cut(parts.get(0), LONGEST_NAME);
		String issuer = (parts.size() > 1) ? Inputs.cut(parts.get(1), LONGEST_NAME) : issuer(name);
		String obtained = said.map(CvDates.Said::day).map(LocalDate::toString).orElse("");
		this.passages.found("consultants.certifications", name, line.text());
		return Optional.of(new CertificationRow(!issuer.isEmpty(), new CertificationForm(name, issuer, obtained, "")));
	}

	/** Who is known to issue it, or what stands behind its last dash. */
	private static String issuer(String name) {
		return ISSUERS.stream()
			.filter((issuer) -> issuer.words().matcher(name).find())
			.map(Issuer::name)
			.findFirst()
			.orElse(name.matches(".* [–—-] [^–—-]*") ? name.replaceFirst(".* [–—-] ", "") : "");
	}

}
