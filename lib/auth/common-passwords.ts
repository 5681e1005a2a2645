/** The most used passwords of eight characters or more, from what breaches have shown; lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
12345678 123456789 1234567890 12345678910 0123456789 987654321 9876543210 87654321 123123123 1231231234 12341234
11223344 1122334455 112233445566 123654789 147258369 159753456 147852369 741852963 789456123 963852741 1q2w3e4r
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1zaq1 q1w2e3r4 q1w2e3r4t5 qwer1234 1234qwer
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty!@# 123qweasd 123qweasdzxc qweasdzxc
qweasd123 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 zxcvbnm, 1234abcd abcd1234 abc12345 abc123456
abcdefgh abcdefg1 abcdefghi a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 a123456789 a12345678 password password1 password2
password3 password12 password123 password1234 password12345 password! password1! password123! passw0rd p@ssw0rd
p@ssword p@ssw0rd1 p@ssw0rd123 pa$$w0rd pa$$word passwort passw0rd1 passwordpassword motdepasse contraseña contrasena
senha123 wachtwoord haslo123 parola123 iloveyou iloveyou1 iloveyou2 iloveyou! iloveyou123 loveyou1 loveme123 lovelove
sunshine sunshine1 princess princess1 princesa football football1 baseball baseball1 basketball soccer123 hockey123
superman superman1 spiderman batman123 pokemon1 pokemon123 starwars starwars1 trustno1 trustnoone whatever whatever1
welcome1 welcome12 welcome123 welcome! welcome1! letmein1 letmein123 letmein! changeme changeme1 changeme123 changeit
default1 default123 administrator admin123 admin1234 admin12345 adminadmin admin@123 administrator1 root1234 rootroot
toor1234 test1234 testtest testing1 testing123 tester123 guest123 guestguest user1234 username username1 master123
master12 monkey123 dragon123 shadow123 computer computer1 internet internet1 samsung1 samsung123 google123 facebook
facebook1 linkedin microsoft windows1 windows10 macintosh iphone123 michelle jennifer jessica1 jessica123 michael1
michael123 jordan23 jordan123 charlie1 charlie123 daniel123 thomas123 andrew123 anthony1 ashley123 nicole123 hannah123
matthew1 joshua123 robert123 george123 hello123 hello1234 hellohello helloworld secret123 secret12 mysecret mypassword
nopassword nopasswd passpass pass1234 pass12345 pass123456 pass@123 pass@word1 temp1234 temporary temppass winter2024
winter2025 winter2026 summer2024 summer2025 summer2026 spring2024 spring2025 spring2026 autumn2025 autumn2026 january1
february1 december1 november1 september october1 liverpool liverpool1 chelsea1 arsenal1 arsenal123 barcelona manchester
mercedes ferrari1 corvette mustang1 harley123 chocolate chocolate1 butterfly butterfly1 flower123 cookie123 cheese123
pepper123 ginger123 buster123 killer123 hunter123 hunter22 ranger123 access14 access123 freedom1 freedom123 blessed1
jesus123 jesuschrist godisgood angel123 angel1234 babygirl babygirl1 sweetheart lollipop tinkerbell mickey123 snoopy123
elephant dolphin1 penguin1 tigger123 rainbow1 sunflower midnight december thunder1 phoenix1 genesis1 matrix123 zxasqw12
qazwsxedc qazwsx123 qazwsxedcrfv 1a2b3c4d 11111111 111111111 1111111111 00000000 0000000000 22222222 33333333 55555555
66666666 77777777 88888888 99999999 12121212 21212121 10203040 13131313 14141414 69696969 20202020 12344321 123454321
12348765 19871987 19901990 20002000 31415926 correcthorsebatterystaple
`
    .trim()
    .split(/\s+/),
);
