extension Phrase {
    static let signInTitle = Phrase("Sign in", "Entrar")
    static let welcomeTitle = Phrase("Welcome", "Boas-vindas")
    static let promise = Phrase(
        "A private community to find, fetch and give back.",
        "Uma comunidade privada para achar, baixar e retribuir.")
    static let noServerYet = Phrase(
        "No community is known here yet. Where shall we begin?",
        "Nenhuma comunidade é conhecida aqui ainda. Por onde começamos?")
    static let community = Phrase("Community", "Comunidade")
    static let username = Phrase("Username", "Usuário")
    static let password = Phrase("Password", "Senha")
    static let address = Phrase("Address", "Endereço")
    static let dataFolder = Phrase("Data folder", "Pasta de dados")
    static let role = Phrase("Role", "Papel")

    static let demoAccounts = Phrase(
        "Demo accounts: choose one to sign in", "Contas de demonstração: escolha uma para entrar")
    static let otherCommunities = Phrase("Other communities", "Outras comunidades")

    static let hostHere = Phrase("Host a community here", "Hospedar uma comunidade aqui")
    static let hostHereHint = Phrase(
        "starts a server with a lasting data folder on this machine",
        "inicia um servidor com pasta de dados permanente nesta máquina")
    static let tryDemo = Phrase("Try the demo", "Experimentar a demonstração")
    static let tryDemoHint = Phrase(
        "a complete community for a while; it leaves nothing behind",
        "uma comunidade completa por um tempo; não deixa nada para trás")
    static let enterAddress = Phrase(
        "Enter a server's address", "Informar o endereço de um servidor")
    static let enterAddressHint = Phrase(
        "where a community you know of answers", "onde responde uma comunidade que você conhece")

    static let signingIn = Phrase("Signing in…", "Entrando…")
    static let resuming = Phrase("Going on where you were…", "Retomando de onde você parou…")
    static let hosting = Phrase("Starting the community…", "Iniciando a comunidade…")
    static let startingDemo = Phrase(
        "Starting the demo: server, seeder, files…",
        "Iniciando a demonstração: servidor, semeador, arquivos…")

    static let typeUsername = Phrase("Type your username.", "Digite seu usuário.")
    static let notAUsername = Phrase(
        "A username has 2 to 32 letters, digits, dots, dashes or underscores.",
        "Um usuário tem de 2 a 32 letras, dígitos, pontos, hifens ou sublinhados.")
    static let secondFactorCode = Phrase("Code", "Código")
    static let typeCode = Phrase(
        "This account asks for a code of its second factor too.",
        "Esta conta pede também um código do segundo fator.")
    static let typePassword = Phrase("Type the password.", "Digite a senha.")
    static let wrongPassword = Phrase(
        "That username and password do not belong together.",
        "Esse usuário e essa senha não combinam.")

    static let communityIsHosted = Phrase(
        "Your community is running", "Sua comunidade está no ar")
    static let passwordShownOnce = Phrase(
        "This is the only time the SuperAdmin's password is shown. Write it down now; nobody can "
            + "tell it to you again.",
        "Esta é a única vez que a senha do SuperAdmin aparece. Anote agora; ninguém poderá "
            + "informá-la de novo.")
    package static let pressEnter = Phrase("⏎ I have written it down", "⏎ Já anotei")
}

extension SignInState.Busy {
    var phrase: Phrase {
        switch self {
        case .signingIn: .signingIn
        case .resuming: .resuming
        case .hosting: .hosting
        case .startingDemo: .startingDemo
        }
    }
}
