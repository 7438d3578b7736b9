global using Mentoring.Matching.Engine;
