using System.Text.Json.Nodes;
using Market.Payments;
using Market.Payments.Models;

namespace MarketSite.Web.Demonstration;

/// <summary>Who the demonstration market is and how it is paid: nobody's name, and the account number that the standard gives as its example.</summary>
internal static class DemonstrationDetails
{
    public const string Name = "Marché des Tilleuls";

    public const string AdministratorMail = "admin@example.org";

    public const string Iban = "FR7630006000011234567890189";

    /// <summary>
    /// The payment settings, as a recipe gives them. Its members order without a floor and have their accounts at once, so that each page can be
    /// tried.
    /// </summary>
    public static JsonObject Payments() => new()
    {
        [nameof(PaymentsSettings.OfferedMethods)] = new JsonArray(BuiltInMethods.Cash, BuiltInMethods.Cheque, BuiltInMethods.CardTerminal, BuiltInMethods.Transfer),
        [nameof(PaymentsSettings.FloorMinorUnits)] = null,
        [nameof(PaymentsSettings.AccountsByCoordinator)] = false,
        [nameof(PaymentsSettings.ChequePayee)] = Name,
        [nameof(PaymentsSettings.TransferHolder)] = Name,
        [nameof(PaymentsSettings.TransferIban)] = Iban,
        [nameof(PaymentsSettings.TransferBic)] = "AGRIFRPPXXX",
        [nameof(PaymentsSettings.TerminalName)] = "stand 1",
    };
}
