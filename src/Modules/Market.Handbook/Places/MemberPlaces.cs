namespace Market.Handbook.Places;

/// <summary>Which page of the public site is explained where.</summary>
public static class MemberPlaces
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new("Login", "first-steps", "have-a-login", "login-phone"),
        new("order", "ordering", "fill-a-basket", "order-phone"),
        new("order/*", "ordering", "change-or-cancel", "my-order-phone"),
        new("my-account", "my-account", "what-the-balance-means", "my-account-phone"),
        new("my-account/statement", "my-account", "what-the-balance-means", "my-statement-phone"),
        new("pay/card", "my-account", "ways-to-pay", "card-phone"),
        new("my-account/receipts", "my-account", "receipts", "my-receipt-phone"),
        new("my-account/preferences", "my-account", "mails-and-reminders", "my-preferences-phone"),
        new("my-account/data", "my-account", "your-data-and-leaving", "my-data-phone"),
        new("my-account/leave", "my-account", "your-data-and-leaving", "my-leave-phone"),
    ];
}
