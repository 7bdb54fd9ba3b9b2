package org.muster.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table can hold of a person. */
enum Field {

	NAME("name,full name,consultant,nome,nom"), FIRST_NAME("first name,given name,firstname,vorname"),
	LAST_NAME("last name,surname,family name,lastname,nachname"),
	HEADLINE("headline,title,job title,position,function"), EMAIL("email,e mail,mail,email address"),
	PHONE("phone,telephone,mobile,phone number,tel"), ROLES("role,roles"), SENIORITY("seniority,grade"),
	YEARS("years,experience,years of experience,yoe"), COUNTRY("country,land,pais"), REGION("region,state"),
	CITY("city,location,town"), TIME_ZONE("time zone,timezone,tz"), EMPLOYMENT("employment,contract,employment type"),
	WORK_MODES("work mode,work modes,works,remote"),
	PAY_RATE("pay rate,cost,cost rate,pay,internal rate,pay rate a day,cost per day"),
	BILL_RATE("bill rate,rate,day rate,daily rate,bill,sales rate,day rate for clients"),
	AVAILABLE_FROM("available from,available,availability,start,free from"),
	SKILLS("skills,skill,technologies,tech stack,stack"), LANGUAGES("languages,language,spoken languages");

	private final List<String> headings;

	Field(String headings) {
		this.headings = Arrays.asList(headings.split(","));
	}

	/** What a heading most likely says. */
	static Optional<Field> guess(String heading) {
		String plain = heading.toLowerCase(Locale.ROOT)
			.replaceAll("\\(.*?\\)", "")
			.replaceAll("[^\\p{L}\\d]+", " ")
			.strip();
		return Arrays.stream(values())
			.filter((field) -> field.headings.contains(plain)
					|| plain.equals(field.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
			.findFirst();
	}

}
