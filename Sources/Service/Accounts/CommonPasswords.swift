/// What people choose when they are asked for a password, in English, Portuguese and in digits, as
/// every public list of leaked passwords has it at its top. In lower case; `GuessablePassword`
/// derives the rest: case, digits for letters, tails, repetition.
enum CommonPasswords {
    static let all = Set(list.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let list = """
        000000 00000000 010203 01020304 0102030405 0123456789 0987654321 102030 10203040 1020304050
        111111 11111111 112233 11223344 1122334455 121212 12121212 123123 123123123 123321 12341234
        12344321 123454321 1234567 12345678 123456789 1234567890 12345679 123456987 1234qwer 123654
        123abc 123mudar 123qwe 123trocar 131313 13131313 147258 147258369 147852 159357 159753
        19841984 19901990 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 20002000 20102010 20202020 20242024
        222222 232323 252525 27182818 2pac 31415926 314159265 321321321 333333 444444 456456456
        50cent 555555 654321 666666 696969 69696969 741852 741852963 753951 777777 789456 789456123
        789789789 852456 888888 88888888 951753 963852741 987654 987654321 9876543210 999999
        99999999 a123456 a12345678 a123456789 a1b2c3 a1b2c3d4 aa123456 aaaaaa abacaxi abc123
        abcd1234 abcdef abcdefg abcdefgh abracadabra abril access accessme acdc acesso admin
        admin123 admin1234 admin12345 admin123456 adminadmin administrador administrator adriana
        adriano aerosmith agosto airforce ajax alegria alexander alexandra alexandre alice aline
        almeida alone aluno always amanda amanda1 amarelo amazon america american amor amorcito
        amores amoreterno amorzinho ana anaclara anajulia anapaula andrew android angel angela
        angelo angels angola aniversario anjo anjos anonymous anthony antonia antonio anything
        aparecida apple apple1 apples april araujo arcoiris army arsenal arthur arthur1 asd123
        asdasd asdasdasd asdf asdfasdf asdfgh asdfghjkl asdfjkl ashley assassin asshole athletico
        atletico atleticomineiro audi august australia autumn avengers ayrton ayrtonsenna azerty
        azertyuiop azul baby baby123 babybaby babyboy babydoll babygirl bacon badboy badgirl bahia
        bahiaminhavida bailey banana banana1 bananas bandit barbara barbosa barcelona bart
        bartsimpson baseball basketball batata batman batterystaple bayern beach bear bears beatles
        beatriz bebe bebezinho beckham beer beerbeer belem bella bemvinda bemvindo benfica benjamin
        berlin bernardo bestfriend bestfriends beyonce bienvenido bigboss bigboy bigdaddy
        bigdog biggirl bigmac bigred billion birthday bitch bitches bitcoin bittorrent black
        blackpink blacksabbath blessed blessing blink182 blockchain blossom blue blueberry bmw boca
        bocajuniors bonita bonito bonjour bonjovi bonsoir boomer borboleta borboletas boss bossanova
        boston botafogo boxing boyfriend branco brandon brasil brasileira brasileiro brasilia brazil
        britney broken brother brothers brownie bruna bruno bts bubble bubblegum bubbles         buddy budweiser bulls bullshit bunny burger business buster butterfly cachaca cachorra
        cachorro cadeira cadillac caio caipirinha cama camaro camelot camila campeao canada candy
        candygirl candyman cannabis canyon captain captainamerica caralho cardoso carlos carnaval
        carolina caroline carro cartman carvalho casa castle cat cats ceara celtic celtics celular
        cerveja cesar ceu champion champions changeit changeme charizard charlie cheese cheeseburger
        cheetah chelsea cherry chevrolet chevy chicago chicken chicken1 chickens children chloe
        chocolat chocolate christ christian christmas christopher church churrasco ciao ciaociao
        claudia claudio clave claveclave cocacola coco coffee coldplay colegio colorado
        computador computador1 computer computer1 confidencial contrasena contrasenya contraseña
        convidada convidado cookie cookie1 cookies corinthians coritiba correcthorse
        correcthorsebatterystaple correia corsa corvette costa cougar counterstrike cowboy cowboys
        crazy crazyboy crazygirl cristal cristiane cristiano cristianoronaldo cristina crow cruzeiro
        crypto crystal cupcake curitiba cutie cutiepie dad daddy daddysgirl daisy daisy1 dallas
        daniel daniela daniele darthvader database deadpool death debian december default demo
        demodemo demon demons dennis denver desert detroit deus deuseamor deusebom deusefiel
        deuselindo devil devils dezembro diablo diamante diamond dias dick diego diogo director
        diretor diretoria discord doctor dodgers dog dogecoin doggie doggy dogs dollar dollars
        dolphin dolphins domingo donald donaldduck douglas dragon dragons drummer dsadsa duke
        dumbledore eagle eagles eatme edson eduardo edward elaine elephant elizabeth emerald eminem
        emperor empire empresa energy england entrada entrar enxame enxamed escola escritorio espana
        esperanca espiritosanto espresso estrela estrelas estrelinha estudante eternity ethereum
        everton everyone evil example excalibur fabiana fabio facebook faculdade faith falcon
        familia family father fathers february feijoada felicidade felipe feliz ferias fernanda
        fernando ferrari ferreira fevereiro filha filho filhos filipe fire fireball firebird fireman
        firewall fish fisher fisherman fishes fishing flamengo flamengo1 flames flavia flavio flor
        flores florianopolis flower flowers fluminense foda-se fodase football forest forever
        forever21 forro fortaleza fortnite france franciele francisco freedom freitas friday friend
        friends friendship frodo fucker fuckme fuckoff fuckyou fusca futebol gabriel gabriela
        gabriella galo galodoido gandalf garfield gatinha gatinha123 gatinho george geovana gerente
        germany ghost ginger giovana giovanna giraffe girassol girlfriend github gmail goiania gol
        gold golden golf golfer golfing gomes goodboy goodbye goodgirl goofy google gostosa gostoso
        gracasadeus grandma grandpa green greenday gregory gremio gryffindor guerreira guerreiro
        guest guest123 guestguest guilherme guitar guitarra guitars gunsnroses gustavo hacked hacker
        hackers hackme halloween hamburger hamster hannah happybirthday hardcore harley
        harleydavidson harrypotter hawk heart heartbeat heartbreak hearts heather heaven heavenly
        heineken helena hell hello hello123 hellohello hellokitty hellothere helloworld henrique
        hermione hero heroes hiphop hobbit hockey hogwarts hola holahola holamundo holiday homer
        honda honey honeybee honeybunny horse horses hotboy hotdog hotgirl hotmail hottie
        houston huawei hugo hulk hunter hunter2 hunting hurricane husband icecream iceman
        igor ilovegod ilovejesus iloveme iloveu iloveyou iloveyou1 iloveyou2 instagram inter
        internacional internet inverno iphone ireland ironmaiden ironman isabel isabela isabella
        island italia jackson jaguar janeiro janela january jaqueline jasmine jasmine1 jayz jedi
        jeffrey jennifer jessica jesus jesus1 jesuschrist jesuscristo jesusteama joao joaopedro
        joaovictor job joker jonathan jordan jordan23 jose joseph joseph1 joshua julho julia juliana
        juliano july june junho justin justinbieber juventus kaka kangaroo karen karina kawasaki
        kenneth kevin kids killer killers king kingdom kings kiss kitten kitty kittykat knight
        knights koala korn ladygaga lakers lamborghini lancelot laranja larissa laura
        leagueoflegends leandro ledzeppelin leecher legend legends legiaourbana legolas lemon
        lemonade leonardo leopard leticia letmein letmeinnow liberdade liberty lightning lily lima
        linda lindinha lindo linkedin linkinpark linux lion lions lisboa liverpool lkjhgfdsa lock
        locker login loginlogin loki lollipop london lonely lorena loser losers loveless lovelove
        lovely loveme lover lovers loveyou lua luana luar lucas luciana luciano lucifer lucky lucky1
        lucky7 lucy luis luiz luiza madonna madrid maggie magic magical magician maio mamae
        mamaepapai mamaeteamo manager manaus manchester mancity mango manuela manunited mar maradona
        marcela marcelo march marcia marcio marco marcos maresol maria mariajose mariana marijuana
        marina marine marines mario marlboro married martins master masterkey mastermind mateus
        matheus matrix matthew max may mazda megadeth melancia melissa mendes mengao mercedes merda
        merlin mesa messi metal metallica meuamor meufilho mexico michael michelle mickey
        mickeymouse microsoft miguel milan million millionaire minasgerais minecraft minhacasa
        minhafamilia minhafilha minhasenha minhavida minnie mivida mnbvcxz mocambique molly mom
        mommy mommy1 monday money moneymoney monica monitor monkey monkeys monteiro morango moreira
        mother mothers motorola mountain mountains mouse mudar mudar123 mudarsenha
        mudarsenha123 murder murilo music musica mustang mustangs mybabies mybaby myfamily mykids
        mylife mylove myname mypass mypassword myspace myspace1 mysql mystery mystic naked nancy
        nascar natal natalia natalie nathalia navy neneca neném netflix network never newpassword
        newyork neymar nicholas nicole ninja ninjas nintendo nirvana nissan nobody nokia noodles
        nopass nopassword nossasenhora nothing notsecret novasenha november novembro nunes nurse
        oasis ocean october office offspring oioioi ola olamundo olaola oldpassword oliveira
        onedirection open opensesame oracle orange orchid otavio ouro outlook outono outubro
        overwatch packers pagode palavra palavrapasse palmeiras pancake panda pandas panther
        panthers papai papaimamae paradise paris parrot pass pass123 pass1234 passcode passphrase
        passw0rd password password1 passwords passwort patricia patricia1 patrick patriot paula
        paulo peaches peanut pearl pearljam pedro pedrohenrique pele pelé penguin penthouse pepper
        pepsi pereira pernambuco phantom phoenix phoenix1 piano pikachu pineapple pinkfloyd pirate
        piratebay pirates pizza playboy playstation pluto poiuytrewq pokemon police pony porn porno
        porra porsche porto portoalegre portugal portugues potter power powerful powers prata preto
        primavera prince prince1 prince2 princesa princesinha princess princess1 priscila privado
        private professor professora publico puma puppies puppy purple pussy q1w2e3r4
        q1w2e3r4t5 qazwsx qazwsxedc qbittorrent quarta queen queen1 queens querida querido quinta
        qwe123 qweasd qweasdzxc qweqwe qwerty qwerty1 qwerty12 qwerty123 qwertyui qwertyuiop rabbit
        racer racing radiohead rafael rafaela raiders rainbow ramones ranger rangers rangers1 raquel
        ratio raulseixas raven raymond realmadrid rebecca recife red redsox reggae regina renan
        renata renato ribeiro ricardo richard rihanna riodejaneiro rivaldo river riverplate rivers
        robert roberta roberto robinhood roblox rocha rock rockandroll rocknroll rockstar rocky
        rocky1 rodrigo rodrigues rollingstones roma romario ronald ronaldinho ronaldo rooney rooster
        root root123 root1234 rootroot rosa rosas rose roses royal royalty ruby sabado sabrina sadie
        safe safety salvador samantha samba sample samsung samuel samuel1 samurai sandra sandra1
        santidade santos saopaulo saopaulofc sapphire satan saturday saudade saudades scooby
        scoobydoo scotland secret secret123 secrets secure security seedbox seeder segredo segredos
        segunda senha senha123 senha1234 senhafacil senhaforte senhanova senhas senhasegura
        senhasenha senhor senhorjesus senna september sergio sertanejo server servidor sesame
        setembro sexpistols sexta sextafeira sexy sexybitch shadow shadows shakira shark sharks
        silva silver silvia simone simpson simpsons single sister sisters skateboard skater
        skywalker slayer slipknot slytherin smokey sniper snoopdogg snoopy snow snowball snowflake
        snowman soccer sofia softball sol soldier solzinho somebody someone something sonic sophia
        sophie soundgarden southpark souza spaghetti sparky spiderman spirit sporting sportrecife
        spotify spring starbucks starcraft startrek starwars steelers stephanie stephen steven storm
        strawberry strong stronger student suasenha subaru success sucesso sugar summer
        summertime sunday sunflower sunshine superman supersecret superuser supervisor surfer
        surfing susan suzuki swarm sweet sweetheart sweetie sweetpea sysadmin tatiana taylor teacher
        teamo teamomucho teamor teamotanto teclado teclado123 teixeira telefone telegram temporal
        temporary temppass tennis tequiero tequieromucho tequila terca test test123 test1234 tester
        testing testtest testuser tetris thais thepassword thiago thomas thor thunder thursday tiago
        tiger tigers tigger tigger1 tiktok timao timothy tokyo toor topgun topsecret topsecret1
        tornado torrent torrents tottenham tower toyota toyota1 trabalho tracker tricolor trinity
        trocar trocarsenha trouble trueblue truelove trustno1 trustnoone tsunami tucker tuesday
        tulip tupac turkey turtle turtles tweety twilight twitter ubuntu unicorn universidade
        unknown unlock usa user user1234 username useruser usuaria usuario utorrent vacation
        vaisefoder valentina valorant vampire vampires vanessa vanessa1 vasco vascodagama vencedor
        verao verdao verde vermelho verysecret victor victoria victory vida vidaloka vidanova vieira
        vinicius violet violin visitante vitor vitoria vitoria1 viviane vodka voldemort volleyball
        volvo wagner warcraft warrior warriors watermelon wedding wednesday weed welcome welcome1
        welcomeback werewolf wesley whale whatever whatsapp whatsup whiskey white whoami wife
        william william1 windows winner winners winter winter1 witch wizard wolf wolverine wolves
        wonderwoman word work worker wrestling xbox xiaomi xxx xxxx yahoo yamaha yankees yasmin
        yellow yoda yourpassword youtube zaq12wsx zaq1zaq1 zebra zelda zidane zombie zombies zorro
        zxc123 zxcvbn zxcvbnm zxczxc
        """
}
