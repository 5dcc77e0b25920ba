namespace Market.Orders.ViewModels;

/// <summary>A page that only says something.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Sentence">What it says.</param>
public sealed record NoticeViewModel(string Title, string Sentence);
