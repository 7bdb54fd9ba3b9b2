package org.muster.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.muster.forms.SearchText;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

/** What a column of a table can hold of a person. */
public enum TableColumn {

	NAME("name,full name,consultant,employee,person,candidate,nome,nome completo,nom,nom complet,nombre,nombre completo,"
			+ "vollstandiger name,mitarbeiter,mitarbeiterin,berater,beraterin,kandidat,consultor,nom et prenom,"
			+ "nombre y apellidos"),
	FIRST_NAME("first name,given name,firstname,forename,vorname,prenom,nombre de pila,primeiro nome,nome proprio"),
	LAST_NAME("last name,surname,family name,lastname,nachname,familienname,zuname,nom de famille,apellido,apellidos,"
			+ "apelido,apelidos,sobrenome,ultimo nome,cognome"),
	HEADLINE("headline,title,job title,jobtitel,position,function,stelle,funktion,tatigkeit,berufsbezeichnung,poste,"
			+ "fonction,intitule du poste,puesto,cargo,funcao,profession,beruf"),
	EMAIL("email,e mail,mail,email address,e mail address,e mail adresse,email adresse,mailadresse,courriel,"
			+ "adresse e mail,adresse email,adresse mail,adresse electronique,correo,correo electronico,"
			+ "direccion de correo,endereco de e mail,endereco de email,correio eletronico"),
	PHONE("phone,telephone,mobile,mobile phone,phone number,tel,telefon,telefonnummer,handy,handynummer,mobil,"
			+ "mobilnummer,rufnummer,numero de telephone,portable,telefono,movil,telefone,telemovel,celular"),
	ROLES("role,roles,rolle,rollen,rol,papel,funcoes,perfil,job role"),
	SENIORITY("seniority,grade,level,experience level,senioritat,erfahrungsstufe,karrierestufe,seniorite,"
			+ "niveau d experience,nivel,nivel de experiencia,senioridade"),
	YEARS("years,experience,years of experience,years experience,yoe,berufserfahrung,berufsjahre,erfahrung,"
			+ "jahre erfahrung,jahre berufserfahrung,erfahrung in jahren,berufserfahrung in jahren,annees d experience,"
			+ "annees experience,anos de experiencia,anos,experiencia"),
	COUNTRY("country,country of residence,land,wohnland,staat,pays,pays de residence,pais,pais de residencia"),
	REGION("region,state,province,county,bundesland,kanton,provinz,canton,departement,provincia,comunidad autonoma,"
			+ "regiao,distrito"),
	CITY("city,location,town,place,ort,stadt,wohnort,standort,ville,lieu,ciudad,localidad,cidade,localidade,local"),
	TIME_ZONE("time zone,timezone,tz,zeitzone,fuseau horaire,fuseau,zona horaria,huso horario,fuso horario,fuso"),
	EMPLOYMENT(
			"employment,contract,contract type,employment type,vertragsart,beschaftigung,beschaftigungsart,anstellung,"
					+ "anstellungsart,contrat,type de contrat,contrato,tipo de contrato,vinculo"),
	WORK_MODES("work mode,work modes,works,remote,arbeitsmodell,arbeitsweise,einsatzart,mode de travail,modalidad,"
			+ "modo de trabajo,modalidad de trabajo,modalidade,regime de trabalho"),
	PAY_RATE("pay rate,cost,costs,cost rate,pay,internal rate,internal cost,pay rate a day,pay rate day,pay day rate,"
			+ "cost per day,cost day,cost a day,buy rate,purchase rate,ek,ek satz,ek tagessatz,einkaufssatz,einkauf,kosten,"
			+ "kostensatz,selbstkosten,interner satz,cout,cout journalier,prix d achat,coste,coste diario,"
			+ "tarifa de coste,custo,custo diario,custo dia"),
	BILL_RATE(
			"bill rate,rate,rate day,rate per day,day rate,daily rate,bill,sales rate,sell rate,selling rate,client rate,charge rate,"
					+ "day rate for clients,client day rate,vk,vk satz,vk tagessatz,verkaufssatz,verkauf,tagessatz,tagsatz,"
					+ "honorar,tjm,taux journalier,taux journalier moyen,tarif,tarif journalier,prix de vente,tarifa,"
					+ "tarifa diaria,tarifa dia,precio dia,precio de venta,valor dia,valor diario,preco dia,preco por dia,"
					+ "preco de venda,taxa diaria"),
	CURRENCY("currency,ccy,curr,cur,currency code,wahrung,wahr,devise,monnaie,moneda,moeda,divisa"),
	AVAILABLE_FROM("available from,available,availability,available since,start,start date,free from,verfugbar ab,"
			+ "verfugbar,verfugbarkeit,frei ab,einsetzbar ab,startdatum,disponible,disponible des,disponible a partir de,"
			+ "disponible a partir du,date de disponibilite,disponibilite,disponible desde,disponibilidad,"
			+ "fecha de disponibilidad,disponivel,disponivel desde,disponivel a partir de,disponibilidade"),
	SKILLS("skills,skill,skill set,skillset,key skills,technologies,technology,tech stack,stack,kenntnisse,fahigkeiten,"
			+ "kompetenzen,technologien,technische kenntnisse,it kenntnisse,competences,competences techniques,"
			+ "competencias,habilidades,aptitudes,conocimientos,tecnologias,conhecimentos"),
	LANGUAGES("languages,language,spoken languages,sprachen,sprache,sprachkenntnisse,langues,langue,idiomas,idioma,"
			+ "linguas,lingua,lenguas"),
	/** Of the profile, as exports have it. */
	REFERENCE("reference,ref,reference number,profile reference,referenz,referencia");

	private final Set<String> headings;

	TableColumn(String headings) {
		this.headings = Arrays.stream(headings.split(",")).map(TableColumn::bare).collect(Collectors.toSet());
	}

	/** Beside the words of a heading. */
	private static final Pattern ASIDE = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");

	/** The end of a word that several may have: {@code Role(s)}. */
	private static final Pattern ENDING = Pattern.compile("(?<=\\p{L})\\((?:s|n|en|e|es|in|innen|a|as)\\)");

	/** What an aside may say of any column without making it another one. */
	private static final Set<String> NEUTRAL = Set.of("required", "mandatory", "optional", "pflichtfeld", "pflicht",
			"obligatoire", "obligatorio", "iso", "code", "dd", "mm", "yyyy", "yy", "tt", "jjjj", "jj", "aaaa", "m", "w",
			"f", "d", "x", "of", "residence", "comma", "semicolon", "separated", "full", "complete");

	/** The same of some. */
	private static final Map<TableColumn, Set<String>> ASIDES = Map.of(EMAIL,
			Set.of("work", "business", "office", "geschaftlich", "dienstlich", "professionnel", "professional"), PHONE,
			Set.of("work", "business", "office", "geschaftlich", "dienstlich", "professionnel", "professional"), YEARS,
			Set.of("in", "total", "gesamt"), COUNTRY, Set.of("alpha", "2", "3", "3166", "1"), REGION,
			Set.of("3166", "2"), CURRENCY, Set.of("4217"), TIME_ZONE, Set.of("iana", "utc", "gmt"), WORK_MODES,
			Set.of("remote", "hybrid", "on", "site", "onsite"), EMPLOYMENT, Set.of("employee", "contractor"), SENIORITY,
			Set.of("junior", "mid", "senior", "lead"));

	private static final Set<String> OF_RATES = Stream.of(PAY_RATE, BILL_RATE)
		.flatMap((field) -> field.headings.stream())
		.flatMap((heading) -> Arrays.stream(heading.split(" ")))
		.collect(Collectors.toSet());

	/** How far numbers beside skills and languages go, which their readers look at. */
	private static final Pattern SCALE = Pattern.compile(
			"\\d+|levels?|rating|score|scale|niveau\\p{L}*|stufen?|nivel|niveles|niveis|out|von|sur|bis|to|a|stars?|cefr|ger");

	/** What a heading most likely says; nothing where an aside is not understood. */
	public static Optional<TableColumn> guess(String heading) {
		if (heading.length() > 60) {
			return Optional.empty();
		}
		String whole = ENDING.matcher(heading).replaceAll("");
		String plain = plain(AmountWords.without(ASIDE.matcher(whole).replaceAll("")));
		List<String> asides = ASIDE.matcher(whole).results().map((aside) -> aside.group(1)).toList();
		return Arrays.stream(values())
			.filter((field) -> field.isCalled(plain))
			.findFirst()
			.flatMap((field) -> field.isRate() ? field.rate(whole, plain, String.join(" ", asides))
					: Optional.of(field).filter((one) -> asides.stream().allMatch(one::takes)));
	}

	private static String plain(String text) {
		return SearchText.fold(text.replaceAll("['’/]", " "))
			.replaceAll("[^\\p{L}\\d]+", " ")
			.replaceAll("\\b(?:netto|net|ht)\\b", "")
			.strip()
			.replaceAll(" in$", "");
	}

	private boolean isCalled(String plain) {
		return this.headings.contains(bare(plain)) || plain.equals(name().toLowerCase(Locale.ROOT).replace('_', ' '));
	}

	/** Whether an aside leaves the column what it is. */
	private boolean takes(String aside) {
		String plain = plain(aside);
		return isCalled(plain) || Arrays.stream(plain.split(" ")).allMatch(this::takesWord);
	}

	private boolean takesWord(String word) {
		boolean counts = this == SKILLS && YEARS.headings.contains(bare(word));
		return word.isEmpty() || NEUTRAL.contains(word) || ASIDES.getOrDefault(this, Set.of()).contains(word)
				|| this.headings.contains(bare(word)) || counts
				|| (this == SKILLS || this == LANGUAGES) && SCALE.matcher(word).matches();
	}

	/**
	 * Which of the rates it is, by what is said beside it: a day rate is what clients
	 * pay, unless an aside says that it is what people cost.
	 */
	private Optional<TableColumn> rate(String heading, String plain, String aside) {
		AmountWords words = AmountWords.of(heading);
		boolean cost = AmountWords.isCost(aside);
		boolean price = AmountWords.isPrice(aside);
		boolean against = (this == PAY_RATE) ? price : cost && (price || AmountWords.isPrice(plain));
		return Optional.of(cost ? PAY_RATE : this)
			.filter((field) -> words.isByDay() && words.unknown().isEmpty() && !against);
	}

	/** Whether a word is part of what a rate is called. */
	static boolean isOfRates(String word) {
		return OF_RATES.contains(bare(word));
	}

	/** By its own name, or {@code null} for what is none. */
	public static @Nullable TableColumn named(String name) {
		return Arrays.stream(values()).filter((one) -> one.name().equals(name)).findFirst().orElse(null);
	}

	/** Whether a word in such a column means the same wherever it stands. */
	public boolean isVocabulary() {
		return switch (this) {
			case ROLES, SENIORITY, COUNTRY, REGION, TIME_ZONE, EMPLOYMENT, WORK_MODES, CURRENCY -> true;
			default -> false;
		};
	}

	/**
	 * Where there are few values: what their texts are called by, and the values.
	 *
	 * @param texts the prefix of their messages
	 */
	record Choices(String texts, List<? extends Enum<?>> values) {
	}

	/** What a cell is chosen from, or {@code null} where it is written. */
	public @Nullable Choices choices() {
		return switch (this) {
			case ROLES -> new Choices("consultants.role.", List.of(JobRole.values()));
			case SENIORITY -> new Choices("consultants.seniority.", List.of(Seniority.values()));
			case EMPLOYMENT -> new Choices("consultants.employment.", List.of(Employment.values()));
			case WORK_MODES -> new Choices("consultants.mode.", List.of(WorkMode.values()));
			default -> null;
		};
	}

	/** Whether it is an amount a day. */
	public boolean isRate() {
		return this == PAY_RATE || this == BILL_RATE;
	}

	/** With umlauts that are spelt out as those that are not. */
	private static String bare(String plain) {
		return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u").replaceAll("\\s+", " ").strip();
	}

	/**
	 * What the columns most likely hold, each field once. Which of two rates is meant
	 * nobody can know. Beside a first name what is called a name is the last one, and the
	 * other way round.
	 */
	public static List<@Nullable TableColumn> guess(List<String> headings) {
		List<Optional<TableColumn>> all = headings.stream().map(TableColumn::guess).toList();
		List<@Nullable TableColumn> guesses = new ArrayList<>();
		for (Optional<TableColumn> one : all) {
			boolean open = one.filter(TableColumn::isRate).isPresent() && Collections.frequency(all, one) > 1;
			TableColumn guess = one.orElse(null);
			guesses.add((open || guesses.contains(guess)) ? null : guess);
		}
		int name = guesses.indexOf(NAME);
		if (name >= 0 && guesses.contains(FIRST_NAME) != guesses.contains(LAST_NAME)) {
			guesses.set(name, guesses.contains(FIRST_NAME) ? LAST_NAME : FIRST_NAME);
		}
		return guesses;
	}

}
