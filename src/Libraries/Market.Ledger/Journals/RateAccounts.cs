namespace Market.Ledger.Journals;

/// <summary>Where sales at one rate of VAT are booked.</summary>
/// <param name="Sales">What is sold, without VAT.</param>
/// <param name="Vat">The VAT collected on it.</param>
public sealed record RateAccounts(BookAccount Sales, BookAccount Vat);
