package org.muster.vocabulary;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.muster.calendar.PublicHolidays;
import org.muster.calendar.ZoneNames;
import org.muster.forms.SearchText;

/** How people write what a profile holds, in searches and in tables. */
public final class ProfileWords {

	private static final Map<String, JobRole> ROLES = phrases(Map.of(JobRole.BACK_END,
			"back end,backend,back end developer,backend developer,back end engineer,backend engineer,server side developer",
			JobRole.FRONT_END,
			"front end,frontend,front end developer,frontend developer,front end engineer,frontend engineer",
			JobRole.FULL_STACK,
			"full stack,fullstack,full stack developer,fullstack developer,full stack engineer,fullstack engineer",
			JobRole.MOBILE, "mobile,mobile developer,mobile engineer,app developer", JobRole.QA,
			"qa,quality engineer,quality assurance,qa engineer,tester,test engineer,test automation engineer",
			JobRole.DEVOPS, "devops engineer,platform engineer,sre,site reliability engineer", JobRole.DATA,
			"data,data engineer,data scientist,data analyst", JobRole.DESIGNER,
			"designer,ux designer,ui designer,product designer,ux ui designer"));

	/** What a role is called beside what it is for, folded. */
	private static final Pattern TRADE = Pattern
		.compile("\\b(?:entwickler(?:in)?|developpeu(?:r|se)|desarrollador(?:a)?|desenvolvedor(?:a)?|programador(?:a)?"
				+ "|ingenieur(?:e|in)?|ingenier[oa]|engenheir[oa]|software)\\b");

	private static final Map<String, Seniority> SENIORITIES = phrases(
			Map.of(Seniority.JUNIOR, "junior,jr,entry level,debutant,berufseinsteiger", Seniority.MID,
					"mid,mid level,middle,intermediate,medior,confirme,pleno,intermedio", Seniority.SENIOR, "senior,sr",
					Seniority.LEAD, "lead,principal,staff level,tech lead"));

	private static final Map<String, Employment> EMPLOYMENTS = phrases(Map.of(Employment.EMPLOYEE,
			"employee,employees,employed,permanent,angestellt,angestellter,angestellte,festangestellt,festangestellter,festangestellte,salarie,salariee,cdi,empleado,empleada,asalariado,empregado,empregada",
			Employment.CONTRACTOR,
			"contractor,contractors,freelancer,freelancers,freelancerin,freelance,contract,freiberufler,freiberuflerin,freiberuflich,freier mitarbeiter,prestataire,autonoma,independante,externe,selbstandig,independant,autonomo,externo,extern,external"));

	private static final Map<String, WorkMode> MODES = phrases(Map.of(WorkMode.REMOTE,
			"remote,remotely,from home,fully remote,full remote,100% remote,remote 100%,home office,homeoffice,teletravail,a distance,remoto,100% remoto,teletrabajo,teletrabalho",
			WorkMode.HYBRID, "hybrid,hybride,hibrido,hibrida", WorkMode.ON_SITE,
			"on site,onsite,in office,vor ort,sur site,sur place,presentiel,presencial"));

	private static final Map<String, LanguageLevel> FLUENCY = phrases(Map.of(LanguageLevel.A1, "a1", LanguageLevel.A2,
			"a2", LanguageLevel.B1, "b1", LanguageLevel.B2, "b2", LanguageLevel.C1,
			"c1,fluent,fliessend,verhandlungssicher,courant,fluido,fluente", LanguageLevel.C2,
			"c2,native,mother tongue,bilingual,muttersprache,muttersprachlich,langue maternelle,lingua materna,nativo,nativa"));

	private static final Map<String, String> LANGUAGES = languages();

	private static final Map<String, String> COUNTRIES = countries();

	private static final Map<String, String> ZONES = zones();

	private ProfileWords() {
	}

	public static Optional<JobRole> role(String text) {
		return find(ROLES, text)
			.or(() -> text.equalsIgnoreCase("devops") ? Optional.of(JobRole.DEVOPS) : Optional.empty());
	}

	/**
	 * A role as tables have it, in any of the languages: {@code Développeur back-end}.
	 */
	public static Optional<JobRole> roleNamed(String text) {
		String folded = SearchText.fold(text);
		String bare = TRADE.matcher(folded).replaceAll(" ").strip();
		return role(text).or(() -> bare.equals(folded) ? Optional.empty() : find(ROLES, bare));
	}

	/**
	 * The role of a job title such as {@code Senior Backend Engineer (Java)} or
	 * {@code Java Developer}: by the role that it names, else by what it is done with.
	 * Nothing where that may be several, or is not said.
	 */
	public static Optional<JobRole> roleOfTitle(String title) {
		return TitleWords.role(title);
	}

	/** The role that a headline such as "Senior back-end developer" names. */
	public static Optional<JobRole> roleWithin(String headline) {
		String folded = " " + SearchText.fold(headline) + " ";
		return ROLES.keySet()
			.stream()
			.filter((phrase) -> folded.contains(" " + phrase + " "))
			.max(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
			.map(ROLES::get);
	}

	public static Optional<Seniority> seniority(String text) {
		return find(SENIORITIES, text.replace(".", ""));
	}

	/** The seniority that a headline such as "Senior back-end developer" names first. */
	public static Optional<Seniority> seniorityWithin(String headline) {
		return Arrays.stream(headline.split("[\\s,/()-]+")).flatMap((word) -> seniority(word).stream()).findFirst();
	}

	public static Optional<Employment> employment(String text) {
		return find(EMPLOYMENTS, text);
	}

	public static Optional<WorkMode> mode(String text) {
		return find(MODES, text);
	}

	public static Optional<LanguageLevel> fluency(String text) {
		return find(FLUENCY, text);
	}

	/** The code of a language, from its English name, its own, or its code. */
	public static Optional<String> language(String text) {
		return find(LANGUAGES, text)
			.or(() -> Optional.of(text.strip().toLowerCase(Locale.ROOT)).filter(Languages.OFFERED::contains));
	}

	/** The code of a language, from its name in any of the languages or its code. */
	public static Optional<String> languageNamed(String text) {
		return language(text).or(() -> find(Translated.LANGUAGES, text));
	}

	/** The languages by their names in each other. */
	private static final class Translated {

		private static final Map<String, String> LANGUAGES = new HashMap<>();

		static {
			for (String reader : Languages.OFFERED) {
				for (String code : Languages.OFFERED) {
					LANGUAGES.putIfAbsent(
							SearchText
								.fold(Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(reader))),
							code);
				}
			}
		}

	}

	/** The code of a country, from its English name. */
	public static Optional<String> countryNamed(String text) {
		return find(COUNTRIES, text);
	}

	/** The code of a country, from its name in any language offered or its code. */
	public static Optional<String> country(String text) {
		return CountryNames.country(text);
	}

	/**
	 * The region that is meant where a table names a part of a country as the country.
	 */
	public static Optional<String> regionOfCountry(String text) {
		return CountryNames.regionOfCountry(text);
	}

	/**
	 * The code of a region as a place has it, from its name or its code, such as
	 * {@code DE-BY}.
	 * @param country its code
	 */
	public static Optional<String> region(String country, String text) {
		return PublicHolidays.countries().contains(country) ? CountryNames.region(country, text) : Optional.empty();
	}

	/** A time zone, from the city that it is named after or its whole name. */
	public static Optional<String> zone(String text) {
		return find(ZONES, text);
	}

	/**
	 * A time zone by its id, in whatever case and with blanks, by its city, or as Windows
	 * calls it.
	 */
	public static Optional<String> zoneNamed(String text) {
		try {
			ZoneId.of(text);
			return Optional.of(text);
		}
		catch (DateTimeException ex) {
			return Optional.ofNullable(ZoneNames.ofWindows(text))
				.or(() -> zone(text))
				.or(() -> text.matches("(?i)MES?Z") ? Optional.of("Europe/Berlin") : Optional.empty());
		}
	}

	/** The roles that a folded text names, with blanks around its words. */
	static Set<JobRole> rolesWithin(String folded) {
		return ROLES.entrySet()
			.stream()
			.filter((entry) -> folded.contains(" " + entry.getKey() + " "))
			.map(Map.Entry::getValue)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(JobRole.class)));
	}

	private static <T> Optional<T> find(Map<String, T> phrases, String text) {
		return Optional.ofNullable(phrases.get(SearchText.fold(text.replace('_', ' '))));
	}

	private static <T> Map<String, T> phrases(Map<T, String> lists) {
		Map<String, T> phrases = new HashMap<>();
		lists.forEach((value, list) -> Arrays.stream(list.split(",")).forEach((phrase) -> phrases.put(phrase, value)));
		return Map.copyOf(phrases);
	}

	private static Map<String, String> languages() {
		Map<String, String> languages = new HashMap<>();
		for (String code : Languages.OFFERED) {
			Locale locale = Locale.forLanguageTag(code);
			languages.put(SearchText.fold(locale.getDisplayLanguage(Locale.ENGLISH)), code);
			languages.put(SearchText.fold(locale.getDisplayLanguage(locale)), code);
		}
		return languages;
	}

	private static Map<String, String> countries() {
		Map<String, String> countries = new HashMap<>(Map.of("uk", "GB", "great britain", "GB", "england", "GB", "usa",
				"US", "holland", "NL", "czechia", "CZ"));
		for (String code : PublicHolidays.countries()) {
			Locale locale = new Locale.Builder().setRegion(code).build();
			countries.put(SearchText.fold(locale.getDisplayCountry(Locale.ENGLISH)), code);
		}
		return countries;
	}

	/** By the city that a zone is named after, and by its whole name. */
	private static Map<String, String> zones() {
		Map<String, String> zones = new HashMap<>();
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((id) -> id.matches("(Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/.+"))
			.sorted()
			.forEach((id) -> {
				zones.put(SearchText.fold(id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')), id);
				zones.put(SearchText.fold(id.replace('_', ' ')), id);
			});
		return zones;
	}

}
