"""Portuguese news sentences from a small grammar: plausible, of natural lengths, and hardly ever the same twice."""

from __future__ import annotations

from random import Random


def _choices(text: str) -> list[str]:
    return [" ".join(choice.split()) for choice in text.split("|")]


CITIES = _choices(
    """
    Lisboa | Braga | Coimbra | Faro | Viseu | Leiria | Setúbal | Guimarães | Santarém | Bragança | Portalegre | Beja
    | Chaves | Tomar | Lagos | Olhão | Sines | Elvas | Ovar | Espinho | Barcelos | Amarante | Lamego | Penafiel |
    Águeda | Cantanhede | Pombal | Alcobaça | Peniche | Abrantes | Odemira | Tavira | Silves | Serpa | Moura |
    Estremoz | Mirandela | Fafe | Esposende | Arouca
    """
)
_FIRST_NAMES = _choices(
    """
    Ana | Beatriz | Carla | Diana | Eduarda | Filipa | Helena | Inês | Joana | Leonor | Marta | Raquel | Sofia |
    Teresa | Vera | Álvaro | Bruno | Celso | Duarte | Fausto | Gonçalo | Hélder | Ivo | Jaime | Luís | Nuno | Óscar
    | Paulo | Rui | Vasco
    """
)
_LAST_NAMES = _choices(
    """
    Abrantes | Bandeira | Caldeira | Damasceno | Esteves | Frazão | Galvão | Horta | Jardim | Lacerda | Marinho |
    Nogueira | Osório | Patrício | Quaresma | Rebelo | Sampaio | Taveira | Urbano | Valadares | Xavier | Zagalo |
    Amaral | Brandão | Cordeiro | Figueira | Godinho | Monteiro | Pestana | Serrano
    """
)
_SUBJECTS = _choices(
    """
    a câmara municipal de {city} | o sindicato dos transportes de {city} | a associação de comerciantes de {city} |
    a administração do hospital de {city} | o Tribunal de Contas | a comissão de inquérito | o Instituto de
    Hidrografia | a direção da escola secundária de {city} | o consórcio italiano | a empresa de águas de {city} | o
    grupo parlamentar da oposição | a universidade de {city} | o observatório da habitação | a guarda costeira | o
    Ministério da Agricultura | a federação de remo | o banco central | a cooperativa agrícola de {city} | a
    autoridade da concorrência | o provedor do ambiente | a polícia marítima | o museu municipal de {city} | a
    agência espacial | o centro de saúde de {city} | a fábrica de papel de {city} | o clube náutico de {city} | a
    ordem dos engenheiros | o laboratório de geologia | a junta de freguesia | o festival de cinema de {city} | a
    companhia de teatro de {city} | o regulador da energia | a proteção civil | o conselho de reitores | a orquestra
    de {city} | o parque tecnológico de {city}
    """
)
_VERBS = _choices(
    """
    apresentou | aprovou | adiou | criticou | suspendeu | defendeu | anunciou | rejeitou | retomou | encomendou |
    divulgou | contestou | avaliou | reviu | prolongou | discutiu | assinou | cancelou | financiou | concluiu
    """
)
_THINGS = _choices(
    """
    o plano | a proposta | o relatório | o projeto | a primeira fase | o contrato | a campanha | o programa | a
    auditoria | o concurso | o acordo | a estratégia | o estudo | a reforma | o calendário | a investigação | o
    regulamento | a avaliação | o caderno de encargos | a versão final
    """
)
_ABOUT = _choices(
    """
    de recuperação da orla costeira | de expansão da rede de metro | sobre a qualidade da água dos rios | de apoio
    às pequenas empresas | de reabilitação do centro histórico | para a limpeza das florestas | sobre os preços da
    habitação | de modernização das escolas | para o combate à seca | de vacinação dos mais velhos | sobre o ruído
    dos aviões | de construção de duas barragens | para a travessia do estuário | de compra de autocarros elétricos
    | sobre as pensões mais baixas | de renovação das maternidades | para a proteção das dunas | de gestão dos
    resíduos industriais | sobre as falhas do sistema informático | de restauro dos painéis de azulejo | para a
    pesca artesanal | de ligação ferroviária ao interior | sobre os acidentes de trabalho | de formação de bombeiros
    voluntários | para os arquivos digitais | de iluminação das aldeias isoladas | sobre a fuga de quadros
    qualificados | de distribuição de manuais escolares | para a cultura da oliveira | de reforço das urgências
    """
)
_PURPOSES = _choices(
    """
    para reduzir a despesa com combustíveis | para responder às queixas dos moradores | para evitar novos atrasos |
    para proteger as famílias com menos rendimentos | para cumprir as metas europeias | para travar a saída de
    trabalhadores | para recuperar a confiança dos investidores | para dar prioridade aos transportes públicos |
    para acabar com as listas de espera | para corrigir os erros do passado | para preparar a próxima época
    turística | para melhorar o acesso das pessoas com deficiência | para garantir a segurança dos visitantes | para
    baixar a fatura da eletricidade | para criar emprego fora das grandes cidades
    """
)
_CAUSES = _choices(
    """
    depois de uma reunião que se prolongou pela madrugada | depois de ouvir os representantes dos trabalhadores |
    apesar das reservas manifestadas pelos técnicos | por falta de um parecer jurídico favorável | na sequência das
    inundações do último inverno | sem esperar pela decisão do tribunal | com a oposição dos moradores mais antigos
    | a pedido de vários deputados independentes | por causa do aumento do preço dos materiais | perante uma sala
    cheia de curiosos | contra a opinião do próprio presidente | em resposta a uma petição entregue em setembro |
    com o apoio declarado das associações locais | num documento a que poucos tiveram acesso | ao fim de quase três
    anos de negociações
    """
)
_REACTIONS = _choices(
    """
    ainda não se pronunciou sobre o assunto | pediu mais tempo para estudar o documento | considera insuficientes as
    garantias dadas | promete recorrer da decisão | recusa assumir qualquer responsabilidade | lembra que o prazo já
    terminou | duvida de que o dinheiro chegue | diz não ter sido consultado | aceita negociar alguns pontos |
    espera uma resposta até ao fim do mês | admite desistir do processo | quer conhecer primeiro as contas | acusa
    os responsáveis de falta de transparência | prefere aguardar pelos resultados definitivos | garante que nada
    mudou
    """
)
_OPENERS = _choices(
    """
    Ninguém esperava que | Não podemos aceitar que | É provável que | Gostaríamos muito que | Não faz sentido que |
    Seria um erro que | É urgente que | Duvido sinceramente que | Basta que | Temos medo de que
    """
)
_HOPES = _choices(
    """
    tudo volte a ser como antes | as obras comecem sem licença | os mais novos fiquem de fora | se perca outra
    oportunidade destas | a conta chegue sempre aos mesmos | o rio transborde outra vez | faltem médicos ao fim de
    semana | o comboio deixe de passar por aqui | se gaste mais do que o combinado | as promessas sejam cumpridas |
    alguém assuma a culpa | os preços desçam tão depressa | a aldeia recupere os seus habitantes | nos oiçam com
    mais atenção | as crianças tenham de mudar de escola
    """
)
_ENDINGS = _choices(
    """
    sobretudo agora, com o inverno à porta | e já o dissemos várias vezes | por mais que nos custe | nem hoje nem
    daqui a dez anos | pelo menos enquanto eu cá estiver | mesmo que as previsões se confirmem | porque as regras
    são iguais para todos | a não ser que apareça dinheiro | como toda a gente reconhece em privado | e não é por
    falta de vontade
    """
)
_SAYING = _choices(
    """
    afirmou | explicou | lamentou | respondeu | insistiu | resumiu | recordou | garantiu | desabafou | sublinhou
    """
)
_ROLES = _choices(
    """
    porta-voz dos moradores | antigo vereador | responsável pelas obras | professora reformada | capitão do porto |
    investigadora do instituto | comerciante da baixa | agricultor | diretora clínica | presidente da associação |
    condutor de autocarros | historiadora | enfermeira-chefe | delegado sindical | engenheira florestal
    """
)
_PEOPLE = _choices(
    """
    pessoas | famílias | trabalhadores | alunos | passageiros | empresas | agricultores | reformados | visitantes |
    condutores | doentes | voluntários
    """
)
_DEEDS = _choices(
    """
    pediram ajuda aos serviços sociais | mudaram de residência | receberam uma carta com a nova fatura | ficaram sem
    transporte | inscreveram-se nas sessões de esclarecimento | apresentaram queixa | perderam parte do rendimento |
    participaram nas obras de limpeza | esperaram mais de uma hora | deixaram de pagar a quota | mudaram de
    fornecedor | responderam ao inquérito
    """
)
_EVENTS = _choices(
    """
    a sessão terminou | a ponte reabriu ao trânsito | o alarme voltou a tocar | o nevoeiro levantou | o autocarro
    avariou | começou a chover | a luz faltou | o júri anunciou a decisão | o barco regressou ao cais | a fila já
    dava a volta ao quarteirão
    """
)
_MONTHS = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro"]
_DAYS = _choices(
    """
    Na segunda-feira | Na terça-feira | Na quarta-feira | Ontem | Esta manhã | Ao princípio da tarde | No domingo à
    noite | Há duas semanas
    """
)


class Reporter:
    """Writes sentences of a small grammar; the same seed writes the same."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311  # a measurement must be repeatable

    def sentence(self) -> str:
        """Write a sentence of 7 to 45 words, 22 on average."""
        kinds = (self._decision, self._reaction, self._quote, self._fact, self._event, self._affair)
        text = self._random.choices(kinds, weights=(26, 20, 20, 14, 12, 8))[0]()
        return text[0].upper() + text[1:] + "."

    def title(self) -> str:
        """Write a headline."""
        text = f"{self._subject()} {self._pick(_VERBS)} {self._pick(_THINGS)} {self._pick(_ABOUT)}"
        return text[0].upper() + text[1:]

    def _pick(self, words: list[str]) -> str:
        return self._random.choice(words)

    def _subject(self) -> str:
        return self._pick(_SUBJECTS).format(city=self._pick(CITIES))

    def _number(self) -> str:
        return f"{self._random.randrange(1_100, 98_000):,}".replace(",", ".")

    def _percent(self) -> str:
        return f"{self._random.randrange(11, 460) / 10:.1f}%".replace(".", ",")

    def _time(self) -> str:
        return f"às {self._random.randrange(6, 24)}h{self._random.randrange(60):02}"

    def _decision(self) -> str:
        cost = f"no valor de {self._number()} euros, " if self._random.random() < 0.4 else ""
        extra = self._pick(_PURPOSES) if self._random.random() < 0.5 else self._pick(_CAUSES)
        thing = f"{self._pick(_THINGS)} {self._pick(_ABOUT)}"
        return f"{self._pick(_DAYS)}, {self._subject()} {self._pick(_VERBS)} {thing}, {cost}{extra}"

    def _reaction(self) -> str:
        thing = f"{self._pick(_THINGS)} {self._pick(_ABOUT)}"
        return f"{self._subject()} {self._pick(_VERBS)} {thing}, mas {self._subject()} {self._pick(_REACTIONS)}"

    def _quote(self) -> str:
        who = f"{self._pick(_FIRST_NAMES)} {self._pick(_LAST_NAMES)}, {self._pick(_ROLES)} de {self._pick(CITIES)}"
        return f"«{self._pick(_OPENERS)} {self._pick(_HOPES)}, {self._pick(_ENDINGS)}», {self._pick(_SAYING)} {who}"

    def _fact(self) -> str:
        what = f"{self._number()} {self._pick(_PEOPLE)} {self._pick(_DEEDS)} em {self._pick(CITIES)}"
        return f"segundo {self._subject()}, {what} desde {self._pick(_MONTHS)}, mais {self._percent()} do que em 2019"

    def _affair(self) -> str:
        return f"{self._decision()}, e {self._subject()} {self._pick(_REACTIONS)}"

    def _event(self) -> str:
        return f"{self._time()}, em {self._pick(CITIES)}, {self._pick(_EVENTS)}"
