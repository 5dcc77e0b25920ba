using System.Text.Json.Nodes;
using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests;

/// <summary>Settings go from one site to another, and secrets stay where they are.</summary>
public abstract class DeploymentTests(SiteFixture fixture) : Scenario(fixture)
{
    private const string SecretKey = "rk_test_0123456789abcdefghij";
    private const string WebhookSecret = "whsec_0123456789abcdefghij";

    private const string Good = """
        {
          "name": "MarketSettings",
          "Payments": {
            "Active": true, "OfferedMethods": ["cash", "transfer", "stripe"], "CurrencyCode": "CHF", "FloorMinorUnits": -12345, "ChequePayee": null,
            "TransferHolder": "Ferme des Trois Chênes", "TransferIban": "FR7630006000011234567890189", "TransferBic": "AGRIFRPPXXX", "AnnouncedStaleDays": 21
          },
          "Identity": { "Name": "Les Trois Chênes", "Address": "1 rue du Marché\n44000 Nantes", "Siret": "73282932000074" },
          "Words": { "Person": { "Choice": "adherent" }, "Basket": { "Choice": "own", "English": "crate", "EnglishPlural": "crates", "French": "cageot", "FrenchPlural": "cageots" } },
          "Accounting": {
            "Siren": "732829320", "Vat": "Franchise", "VatNumber": "FR44732829320", "FeeVatBasisPoints": 550,
            "Numbers": { "Sales": "7071", "Sales-550": "70715", "VatCollected-1025": "445719", "cash": "5301" }
          },
          "Reminders": {
            "Steps": [{ "DaysAfterPrevious": 3, "IsObligatory": true, "Texts": { "en": { "Subject": "{{ Owed }}", "Body": "<p>Please</p>" }, "fr": { "Subject": "{{ Owed }} à payer", "Body": "<p>Merci</p>" } } }],
            "ThresholdMinorUnits": 2500, "Basis": "Projected", "DigestAfterDays": 30, "DigestRecipients": "one@example.org, two@example.org", "QuietWeekdays": ["Monday"], "QuietPeriods": ["14/07"]
          },
          "Stripe": { "PublishableKey": "pk_test_0123456789", "AddsFee": true, "FeeBasisPoints": 150, "FeeFixedMinorUnits": 25, "MinimumMinorUnits": 500, "MethodTypes": ["card", "twint"], "StatementDescriptor": "TROIS CHENES" },
          "Orders": { "ClosingSoonHours": 48 }
        }
        """;

    [Fact]
    public async Task What_is_exported_makes_another_site_the_same_and_no_secret_leaves_or_is_lost()
    {
        var plain = await Fixture.PlainAsync();
        await SetKeysAsync(plain);
        Assert.Equal("Recipe imported successfully!", await plain.ImportAsync(Good));

        var (step, file) = await plain.ExportAsync();

        Assert.DoesNotContain("Protected", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SecretKey, file, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookSecret, file, StringComparison.Ordinal);
        Assert.Contains("TROIS CHENES", file, StringComparison.Ordinal);
        Assert.Equal(-12345, step["Payments"]!["FloorMinorUnits"]!.GetValue<long>());
        Assert.Equal("{{ Owed }} à payer", step["Reminders"]!["Steps"]![0]!["Texts"]!["fr"]!["Subject"]!.GetValue<string>());
        await using var other = await PlainSite.StartMarketAsync(Fixture);
        Assert.Equal("Payments.OfferedMethods: Card online needs the publishable key and the secret key.", await other.ImportAsync(step.ToJsonString()));
        await SetKeysAsync(other);
        Assert.Equal("Recipe imported successfully!", await other.ImportAsync(step.ToJsonString()));
        Assert.Equal(file, (await other.ExportAsync()).File);
        var kept = await plain.Admin.GetAsync("/Admin/payments/settings");
        Assert.Equal(2, kept.Document.QuerySelectorAll("input[type='password'][placeholder]").Length);
        Assert.Equal("Stripe.ProtectedSecretKey is unknown here, or not of the kind it must be.", await plain.ImportAsync("""{ "name": "MarketSettings", "Stripe": { "ProtectedSecretKey": "mine" } }"""));
    }

    private static async Task SetKeysAsync(PlainSite plain)
    {
        var form = await SettingsFormAsync(plain.Admin);
        await plain.Admin.SubmitAsync(form
            .With(Setting(form, "PublishableKey"), "pk_test_0123456789").With(Setting(form, "SecretKey"), SecretKey).With(Setting(form, "WebhookSecret"), WebhookSecret));
    }

    [Theory]
    [InlineData("""{ "Payments": { "OfferedMethods": ["cheque"], "ChequePayee": null } }""", "Payments.ChequePayee: Please say to whom cheques are made out.")]
    [InlineData("""{ "Payments": { "OfferedMethods": ["transfer"], "TransferHolder": null } }""", "Payments.TransferHolder: Please enter the holder of the account.")]
    [InlineData("""{ "Payments": { "OfferedMethods": ["transfer"], "TransferHolder": "A", "TransferIban": null } }""", "Payments.TransferIban: This IBAN is not valid. Please check every digit.")]
    [InlineData("""{ "Payments": { "TransferIban": "FR7630006000011234567890188" } }""", "Payments.TransferIban: This IBAN is not valid. Please check every digit.")]
    [InlineData("""{ "Payments": { "CurrencyCode": "EURO" } }""", "Payments.CurrencyCode: This is not a currency code. Examples: EUR, CHF, TND.")]
    [InlineData("""{ "Payments": { "AnnouncedStaleDays": 0 } }""", "Payments.AnnouncedStaleDays: Please enter a number of days between 1 and 365.")]
    [InlineData("""{ "Payments": { "FloorMinorUnits": -999999999999999 } }""", "Payments.FloorMinorUnits: The amount is above")]
    [InlineData("""{ "Payments": { "FloorMinorUnits": "low" } }""", "Payments.FloorMinorUnits is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Payments": { "OfferedMethods": ["cash", "barter"] } }""", "Payments.OfferedMethods: There is no payment method called barter here. Is its feature on?")]
    [InlineData("""{ "Payments": { "OfferedMethods": [null] } }""", "Payments.OfferedMethods[0] is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Payments": { "OfferedMethods": null } }""", "Payments.OfferedMethods is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Payments": { "Flor": 1 } }""", "Payments.Flor is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Identity": { "Siret": "73282932000075" } }""", "Identity.Siret: This SIRET is not valid: it has fourteen digits, the last one a check.")]
    [InlineData("""{ "Identity": { "Address": "1\n2\n3\n4\n5\n6" } }""", "Identity.Address: The address has 5 lines of 100 characters at most.")]
    [InlineData("""{ "Words": { "Person": { "Choice": "own", "English": "a{0}", "EnglishPlural": "as", "French": "a", "FrenchPlural": "as" } } }""", "Words.Person.English: A word is of letters, spaces and hyphens, 30 characters at most.")]
    [InlineData("""{ "Words": { "Market": { "Choice": "circus" } } }""", "Words.Market.Choice: There is no such word. Choose one of the list, or give your own.")]
    [InlineData("""{ "Accounting": { "Siren": "732829321" } }""", "Accounting.Siren: This SIREN is not valid: it has nine digits, the last one a check.")]
    [InlineData("""{ "Accounting": { "Numbers": { "Sails": "707" } } }""", "Accounting.Numbers[Sails]: There is nothing of this name to number here.")]
    [InlineData("""{ "Accounting": { "Numbers": { "Sales-10001": "707" } } }""", "Accounting.Numbers[Sales-10001]: There is nothing of this name to number here.")]
    [InlineData("""{ "Accounting": { "FeeVatBasisPoints": -5 } }""", "Accounting.FeeVatBasisPoints: The VAT rate must be from 0 to 100 %, with at most two decimals.")]
    [InlineData("""{ "Accounting": { "Vat": "Sometimes" } }""", "Accounting.Vat is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Accounting": { "VatNumber": "FR45732829320" } }""", "Accounting.VatNumber: This VAT number is not valid")]
    [InlineData("""{ "Reminders": { "ThresholdMinorUnits": -1 } }""", "Reminders.ThresholdMinorUnits: The threshold is not below zero: it is what a member may owe in peace.")]
    [InlineData("""{ "Reminders": { "Basis": "Guess" } }""", "Reminders.Basis is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "Reminders": { "Steps": [{ "DaysAfterPrevious": 0, "IsObligatory": false, "Texts": {} }] } }""", "Reminders.Steps: A step has a text in one language at least.")]
    [InlineData("""{ "Reminders": { "Steps": [{ "DaysAfterPrevious": 0, "Texts": { "en": { "Subject": "{{ Owed", "Body": "x" } } }] } }""", "Reminders.Steps[0].Texts[en].Subject: This is not correct Liquid")]
    [InlineData("""{ "Reminders": { "QuietPeriods": ["soon"] } }""", "Reminders.QuietPeriods: 'soon' is not a day or a period. Examples: 14/07, 24/12-02/01.")]
    [InlineData("""{ "Stripe": { "FeeFixedMinorUnits": -5 } }""", "Stripe.FeeFixedMinorUnits: ")]
    [InlineData("""{ "Stripe": { "FeeBasisPoints": 1001 } }""", "Stripe.FeeBasisPoints: A percentage from 0 to 10, with two decimals at most.")]
    [InlineData("""{ "Stripe": { "MethodTypes": ["gold"] } }""", "Stripe.MethodTypes: gold is nothing that the payment page may show.")]
    [InlineData("""{ "Orders": { "ClosingSoonHours": 0 } }""", "Orders.ClosingSoonHours: From 1 to 720 hours.")]
    [InlineData("""{ "Bakery": { } }""", "There are no settings called Bakery here. Is their feature on?")]
    [InlineData("""{ "Orders": 5 }""", "Orders is unknown here, or not of the kind it must be.")]
    [InlineData("""{ "OnlyMissing": "yes" }""", "OnlyMissing is unknown here, or not of the kind it must be.")]
    public async Task A_wrong_setting_is_refused_by_its_name_and_nothing_of_the_step_is_saved(string given, string sentence)
    {
        var plain = await Fixture.PlainAsync();
        var before = (await plain.ExportAsync()).File;
        var step = JsonNode.Parse(given)!.AsObject();
        step["name"] = "MarketSettings";
        if (!step.ContainsKey("Orders"))
        {
            step.Insert(0, "Orders", new JsonObject { ["ClosingSoonHours"] = 99 });
        }

        var answer = await plain.ImportAsync(step.ToJsonString());

        Assert.StartsWith(sentence, answer, StringComparison.Ordinal);
        Assert.Equal(before, (await plain.ExportAsync()).File);
    }

    [Fact]
    public async Task An_import_changes_the_currency_until_something_is_posted()
    {
        await using var plain = await PlainSite.StartMarketAsync(Fixture);
        await plain.ImportAsync("""{ "name": "MarketSettings", "Payments": { "CurrencyCode": "CHF", "OfferedMethods": ["cash"] } }""");
        await plain.ImportAsync("""{ "name": "MarketClientAccounts", "Users": ["admin"] }""");
        var account = (await plain.Admin.GetAsync("/Admin/payments/clients")).One("tbody a[href*='/payments/accounts/']").GetAttribute("href")!;
        var payment = (await plain.Admin.GetAsync(account + "/payment")).FormTo(account + "/payment");
        await plain.Admin.SubmitAsync(payment.With("Amount", "5").With("Method", "cash"));

        var answer = await plain.ImportAsync("""{ "name": "MarketSettings", "Payments": { "CurrencyCode": "EUR", "TerminalName": "another" } }""");

        Assert.Equal(500, BalanceOn(await plain.Admin.GetAsync(account)));
        Assert.Equal("Payments.CurrencyCode: The currency cannot change any more: there are operations in CHF.", answer);
        Assert.DoesNotContain("another", (await plain.ExportAsync()).File, StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class DeploymentOnSqlite(SqliteSite site) : DeploymentTests(site);

[Collection(PostgresSite.Name)]
public sealed class DeploymentOnPostgres(PostgresSite site) : DeploymentTests(site);
