"""Words that tell people, bodies and places apart, and the sex of given names.

Belongs here: lists from general knowledge. Does not belong here: rules.
"""

from pipeline.cleaning.words import word_set

TITLES = word_set(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Lord Lady Dame Rev Rev. Reverend Father
    Sister Brother Pastor Rabbi Imam Ayatollah Sheikh Bishop Archbishop Cardinal Pope King Queen Prince
    Princess Duke Duchess President Vice-President Chancellor Premier Minister Secretary Undersecretary
    Sen Sen. Senator Rep Rep. Reps. Sens. Representative Congressman Congresswoman Delegate Gov Gov.
    Governor Mayor Councilman Councilwoman Councillor Councilor Commissioner Assemblyman Assemblywoman
    Ambassador Envoy Speaker Leader Whip General Gen Gen. Lt Lt. Lieutenant Col Col. Colonel Maj Maj.
    Major Capt Capt. Captain Sgt Sgt. Sergeant Cmdr. Commander Adm Adm. Admiral Cpl. Pvt. Officer
    Detective Inspector Sheriff Deputy Chief Judge Justice Attorney Prosecutor Director Chairman
    Chairwoman Chair Chairperson CEO CFO COO Spokesman Spokeswoman Spokesperson Superintendent
    Treasurer Strategist Adviser Advisor Coach Candidate Nominee Analyst Anchor Host Editor Reporter
    Correspondent Columnist Author Activist Founder Pollster Manager Comptroller Auditor Marshal
    Democrat Republican Libertarian Independent Conservative Sens Reps Attorneys Lawmaker
    """
)
PLURAL_TITLES = word_set("Sens. Reps. Govs. Messrs. Senators Representatives Governors Presidents")
OFFICES = word_set(
    """
    of the and & for State Defense Defence Treasury Commerce Labor Labour Education Energy Interior
    Transportation Transport Agriculture Housing Urban Development Homeland Security Veterans Affairs
    Health Human Services War Army Navy Staff House Senate Police Finance Foreign Justice General Trade
    """
)
FEMALE_TITLES = word_set(
    "Mrs Mrs. Ms Ms. Miss Lady Dame Sister Queen Princess Duchess Congresswoman Councilwoman Assemblywoman"
    " Chairwoman Spokeswoman"
)
MALE_TITLES = word_set(
    "Mr Mr. Sir Lord Father Brother King Prince Duke Congressman Councilman Assemblyman Chairman Spokesman"
    " Pope Rabbi Imam Ayatollah Sheikh Cardinal"
)
FEMALE_NOUNS = word_set(
    """
    woman girl mother wife daughter sister aunt niece grandmother widow actress waitress queen princess
    spokeswoman congresswoman chairwoman businesswoman councilwoman policewoman saleswoman lady
    """
)
MALE_NOUNS = word_set(
    """
    man boy father husband son brother uncle nephew grandfather widower actor king prince spokesman
    congressman chairman businessman councilman policeman salesman gentleman pope
    """
)
SHORT_TITLES = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "cmdr": "commander",
    "maj": "major",
}
SAME_ROLES = {
    "senator": word_set("lawmaker legislator politician republican democrat"),
    "representative": word_set("congressman congresswoman lawmaker legislator republican democrat"),
    "congressman": word_set("lawmaker representative legislator republican democrat"),
    "congresswoman": word_set("lawmaker representative legislator republican democrat"),
    "governor": word_set("politician republican democrat"),
    "secretary": word_set("minister diplomat"),
    "ambassador": word_set("diplomat envoy"),
    "spokesman": word_set("spokesperson"),
    "spokeswoman": word_set("spokesperson"),
    "judge": word_set("justice jurist"),
    "justice": word_set("judge jurist"),
    "professor": word_set("scholar academic researcher expert"),
    "attorney": word_set("lawyer prosecutor"),
    "nominee": word_set("candidate"),
    "adviser": word_set("aide advisor official"),
    "advisor": word_set("aide adviser official"),
    "general": word_set("commander officer"),
    "researcher": word_set("scientist author expert"),
    "director": word_set("official chief head"),
    "minister": word_set("official diplomat"),
}
UNNAMED_PEOPLE = word_set(
    """
    official source aide adviser advisor person people individual insider staffer operative lawmaker
    diplomat analyst expert observer witness resident employee worker strategist consultant lawyer
    attorney prosecutor investigator agent officer soldier executive investor economist scientist
    researcher scholar activist critic supporter opponent ally colleague friend neighbor neighbour
    relative associate participant attendee member negotiator mediator trader pollster veteran
    spokesperson spokesman spokeswoman representative delegate senator congressman congresswoman governor mayor judge
    justice minister secretary ambassador envoy director chief chairman chairwoman chair leader head president
    candidate nominee reporter journalist correspondent columnist editor author writer host anchor
    student teacher professor doctor nurse patient farmer driver passenger victim survivor mother father
    parent son daughter wife husband brother sister man woman boy girl guy child voter donor delegate
    commander general captain sergeant detective sheriff police policeman insurgent rebel fighter militant
    refugee migrant immigrant tourist customer owner founder manager coach player fan singer actor actress
    billionaire businessman businesswoman mogul tycoon politician legislator republican democrat
    conservative liberal pastor priest bishop rabbi imam counsel plaintiff defendant suspect juror
    moderator interviewer questioner panelist presenter demonstrator protester organizer organiser
    volunteer contractor engineer pilot captain historian biographer pundit commentator blogger
    physician surgeon psychologist sociologist demographer mathematician meteorologist geologist
    coordinator administrator superintendent commissioner councilman councilwoman counsellor counselor
    friend foe rival challenger incumbent front-runner frontrunner heir successor predecessor
    """
)
SOURCE_NOUNS = word_set(
    """
    official officer prosecutor agent negotiator relative survivor neighbor neighbour
    source aide adviser advisor person people individual insider staffer operative diplomat
    analyst expert observer witness critic supporter opponent ally colleague friend associate lawmaker
    strategist consultant lawyer executive investigator researcher economist some many others several
    attendee participant employee worker resident
    """
)
"""People who are told of without a name: who they are stays unknown even where what they are is said."""

GROUP_NOUNS = word_set(
    """
    administration agency alliance army association authority bank board body bureau cabinet campaign
    center centre chamber church club coalition college commission committee company conference congress
    conglomerate corporation council court department embassy faction federation firm force foundation
    fund government group hospital house institute institution insurer jury legislature league lobby
    maker ministry movement nonprofit office organization organisation panel parliament party police
    regime retailer school senate service society startup state tank team think-tank tribunal union
    university utility watchdog pac charity airline automaker manufacturer carrier startup delegation
    """
)
OUTLET_NOUNS = word_set(
    "newspaper paper network outlet magazine broadcaster channel station website site tabloid daily weekly"
    " publication newswire blog"
)
ORGANISATION_WORDS = word_set(
    """
    Inc Inc. Corp Corp. Ltd Ltd. LLC LLP Co Co. Company Group Bank University College School Institute
    Council Committee Commission Ministry Department Office Agency Administration Association Union
    Party Police Court Army Navy Force Forces Guard Senate House Congress Parliament Government Fund
    Foundation Center Centre Hospital Organization Organisation Club Bureau Board Network Authority
    Airlines Airways Motors Technologies Partners Society Federation League Alliance Coalition Service
    Services PAC Project Museum Church Academy Conference Caucus Campaign Initiative Trust Studios
    Industries International Systems Pharmaceuticals Laboratories Associates Chamber Embassy Brigade
    Kremlin Pentagon Treasury NATO Taliban Hamas Hezbollah
    """
)
OUTLET_WORDS = word_set(
    """
    Times Post News Press Journal Tribune Herald Gazette Chronicle Magazine Globe Examiner Observer
    Inquirer Courier Daily Weekly Telegraph Radio TV Television Broadcasting Register Dispatch Bee
    Sentinel Review Newspapers Wire Newswire
    """
)
PLACES = word_set(
    """
    Afghanistan Africa Alabama Alaska America Arizona Arkansas Asia Australia Austria Baghdad Beijing
    Belgium Berlin Boston Brazil Britain Brussels Cairo California Canada Caracas Chicago China Cleveland
    Colombia Colorado Connecticut Crimea Cuba Damascus Delaware Denmark Detroit Egypt England Europe
    Finland Florida France Gaza Geneva Georgia Germany Greece Hawaii Houston Hungary Idaho Illinois India
    Indiana Indonesia Iowa Iran Iraq Ireland Israel Italy Japan Jerusalem Jordan Kansas Kentucky Kenya
    Kiev Kyiv Lebanon Libya London Louisiana Maine Manhattan Maryland Massachusetts Mexico Miami Michigan
    Minnesota Mississippi Missouri Montana Moscow Nebraska Nevada Nigeria Norway Ohio Oklahoma Oregon
    Pakistan Paris Pennsylvania Philadelphia Philippines Poland Portugal Romania Russia Scotland Seattle
    Seoul Spain Sweden Switzerland Syria Taiwan Tehran Tennessee Texas Thailand Tokyo Turkey U.S US U.S.
    USA U.K. UK Ukraine Utah Venezuela Vermont Vietnam Virginia Wales Washington Wisconsin Wyoming Yemen
    """
)
NEVER_NAMES = word_set(
    """
    I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Mon. Tue. Wed. Thu. Fri. Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. God
    GMT EST EDT PST PDT Christmas Easter Internet
    """
)
LINKS = word_set("of & de la le du del della von van der den bin ibn al el da dos di y for")
SUFFIXES = word_set("Jr Jr. Sr Sr. II III IV Ph.D. M.D. MD PhD")

FEMALE_NAMES = word_set(
    """
    Aisha Alexandra Alice Alison Allison Amanda Amber Amy Ana Andrea Angela Anita Ann Anna Anne Annie
    Aung Barbara Beatrice Beth Betsy Betty Beverly Bonnie Brenda Brooke Camille Candace Carla Carly Carol
    Caroline Carolyn Catherine Cathy Charlotte Cheryl Christina Christine Cindy Claire Claudia Colleen
    Condoleezza Courtney Crystal Cynthia Dana Danielle Deborah Debbie Denise Diana Diane Dianne Donna
    Dorothy Edith Eileen Elaine Eleanor Elena Elise Elizabeth Ella Ellen Emily Emma Erica Erin Esther Eva
    Evelyn Fatima Fiona Frances Gabrielle Gail Gina Ginny Gloria Grace Greta Gretchen Hannah Harriet Heather
    Heidi Helen Hillary Hope Huma Ida Ingrid Irene Isabel Ivanka Jackie Jacqueline Jane Janet Janice Jean
    Jeanne Jenna Jennifer Jessica Jill Joan Joanna Jodi Joni Josephine Joy Joyce Judith Judy Julia Julie
    June Kamala Karen Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kayla Kellyanne Kim Kimberly
    Kirsten Kirstjen Kristen Laura Lauren Leah Leila Lena Leslie Leticia Liliana Lily Linda Lindsay Lisa Liz
    Lois Loretta Lori Louise Lucy Lydia Lynn Mackenzie Madeleine Madison Maggie Malala Malia Marcia
    Margaret Maria Marie Marilyn Marina Marine Marsha Martha Mary Maxine Megan Melania Melinda Melissa Meredith
    Mia Michelle Mika Mildred Miranda Molly Monica Nadia Nancy Naomi Natalie Natasha Nicole Nikki Nina Nora
    Olga Olivia Pamela Patricia Patty Paula Pauline Peggy Penny Phyllis Rachel Rebecca Renee Rita Roberta
    Robin Rosa Rose Ruth Sally Samantha Sandra Sara Sarah Sasha Shannon Sharon Sheila Shirley Sofia Sonia
    Sophia Sophie Stacy Stephanie Sue Susan Suzanne Sylvia Tamara Tammy Teresa Theresa Tiffany Tina Tracy
    Astrid Birgit Brigitte Elke Freya Gudrun Heike Hilde Ilse Inga Ingeborg Kirsti Liv Mette Petra
    Sabine Silje Signe Solveig Ulrike Giulia Francesca Chiara Lucia Lucía Carmen Dolores Pilar Ximena
    Agnieszka Ewa Katarzyna Oksana Svetlana Tatiana Yulia Irina Natalia Ayesha Farah Khadija Layla Mariam
    Noor Samira Zainab Priya Indira Sushma Mei Yoko Keiko Ngozi Amina Chiamaka Amélie Chantal Élise
    Geneviève Hélène Margot Sylvie Hanna Johanna Jytte Karin Kaisa Maren Mirela Yara Brita
    Tulsi Ursula Valerie Vanessa Vera Veronica Victoria Virginia Vivian Wendy Whitney Yasmin Yvonne Zoe
    """
)
MALE_NAMES = word_set(
    """
    Aaron Abdul Abraham Adam Adrian Ahmed Al Alan Albert Alejandro Alex Alexander Alfred Ali Allen Andre
    Andrew Andy Angel Anthony Antonio Antonin Arnold Arthur Ash Bashar Barack Barry Ben Benjamin Bernard
    Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Bret Brett Brian Bruce Bryan
    Caleb Calvin Carl Carlos Charles Charlie Chris Christian Christopher Chuck Clarence Clark Clay Clint
    Colin Corey Cory Craig Curt Curtis Dale Dan Daniel Darren Darrell Dave David Dean Dennis Derek Devin
    Diego Dmitry Don Donald Doug Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Edward Edwin Elijah
    Elliot Emmanuel Eric Ernest Ethan Eugene Evan Felipe Felix Fernando Francis Francisco Frank Franklin
    Fred Frederick Gabriel Gary Gavin Gene Geoffrey George Gerald Gilbert Glen Glenn Gordon Graham Grant
    Greg Gregory Guy Hamid Harold Harry Harvey Hassan Hector Henry Herbert Herman Howard Hugh Hugo Ian Igor
    Ibrahim Isaac Ismail Ivan Jack Jacob Jake James Jamie Jared Jason Jay Jeb Jeff Jeffrey Jeremy Jerome
    Jerry Jesse Jim Jimmy Joaquin Joe Joel John Johnny Jon Jonathan Jordan Jorge Jose José Joseph Josh
    Joshua Juan Julian Justin Karl Keith Ken Kenneth Kevin Kyle Lance Larry Lawrence Lee Leo Leon Leonard
    Lewis Lloyd Lou Louis Lucas Luis Luke Malcolm Manuel Marc Marco Marcus Mario Mark Marshall Martin Marvin
    Matt Matthew Maurice Max Michael Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Moshe Nathan
    Neal Neil Nicholas Nick Nicolas Nicolás Nigel Noah Norman Oliver Omar Orrin Oscar Osama Otto Owen Pablo Patrick Paul
    Pedro Perry Pete Peter Phil Philip Phillip Pierre Preston Rafael Ralph Rand Randall Randy Raul Ray
    Raymond Reince Rex Ricardo Richard Rick Ricky Rob Robert Roberto Rod Rodney Rodrigo Roger Roland Ron
    Ronald Ronnie Ross Roy Rudy Russell Ryan Salman Sam Samuel Saul Scott Sean Sebastian Sergei Sergey Seth Shane
    Shawn Sheldon Sidney Simon Stanley Stephen Steve Steven Stewart Stuart Ted Terence Terrence Thaddeus
    Theodore Thomas Tim Timothy Todd Tom Tommy Tony Travis Trent Trevor Trey Tucker Tyler Vernon Victor
    Viktor Vincent Vladimir Volodymyr Wallace Walter Warren Wayne Wesley Will William Willie Wolf Xavier
    Yahya Yuri Zachary Zack Tomas Tomás Thomasz Henrik Lars Jens Anders Magnus Erik Sven Olaf Bjorn Nils
    Johan Jan Pieter Willem Hans Klaus Jürgen Wolfgang Dieter Günter Stefan Lukas Matteo Giovanni Luigi
    Paolo Giuseppe Andrzej Piotr Pavel Jiri Janos Laszlo Mihai Nikolai Dimitri Aleksandr Alexei Andrei
    Oleksandr Petro Mustafa Mehmet Recep Emre Yusuf Khalid Tariq Karim Rashid Samir Faisal Mahmoud
    Benyamin Yair Avi Ravi Rajesh Sanjay Narendra Arjun Vikram Imran Asif Hiroshi Kenji Shinzo Wei Jian
    Kofi Kwame Thabo Cyril Emeka Dag Gunnar Leif Arne Rolf Dirk Kurt Enrique Raúl Andrés Gustavo Hernán
    Ignacio Javier Lorenzo Rubén Sergio Vicente
    """
)

REPORTS = word_set("report article story piece")
"""What an outlet publishes: 'the report said' means the outlet that was just named."""
NOT_NAMES = word_set(
    """
    Though Although While When If But And After As Before Because Since Unless Until Yet So Still Also
    Meanwhile However According Via Per In On At By From With For Of To The A An This That These Those
    His Her Its Their Our My Your Both Some Many Most All Even Only Just Now Then There Here Not No
    """
)
"""Words that the tagger takes for names where they begin a sentence with a capital."""
